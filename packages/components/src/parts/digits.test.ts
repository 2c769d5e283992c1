import { describe, expect, it } from "vitest";
import { codeIn, dialled, onlyDigits } from "./digits.js";

describe("onlyDigits", () => {
  it.each([
    ["123 456", "123456"],
    ["１２３４５６", "123456"],
    ["١٢٣٤٥٦", "123456"],
    ["۱۲۳۴۵۶", "123456"],
    ["१२३४५६", "123456"],
    ["𝟏𝟐𝟑", "123"],
    ["a1²Ⅷ", "1"],
    ["", ""],
  ])("%j: %j", (text, digits) => {
    expect(onlyDigits(text)).toBe(digits);
  });
});

describe("codeIn", () => {
  it.each([
    ["123456", 6, "123456"],
    [" 123 456\n", 6, "123456"],
    ["123-456", 6, "123456"],
    ["Your code is 123456", 6, "123456"],
    ["Your code is 123456. It is good for 10 minutes.", 6, "123456"],
    ["In 10 minutes 123 456 runs out", 6, "123456"],
    ["G-123456 is your code", 6, "123456"],
    ["رمزك هو ١٢٣٤٥٦", 6, "123456"],
    ["认证码：１２３４５６，10分钟内有效", 6, "123456"],
    ["1234", 4, "1234"],
    ["12345", 6, "12345"],
    ["12 a 34", 6, "1234"],
    ["1234567", 6, "1234567"],
    ["no code", 6, ""],
    ["123456", 0, "123456"],
  ])("%j, of %i digits: %j", (text, length, code) => {
    expect(codeIn(text, length)).toBe(code);
  });
});

describe("dialled", () => {
  it.each([
    ["+49 (30) 90.18-20/5", "+49309018205"],
    ["0049 30", "+4930"],
    ["＋４９", "+49"],
    ["+1\u22122025550143", "+12025550143"],
    ["call me", "callme"],
  ])("%j: %j", (typed, number) => {
    expect(dialled(typed)).toBe(number);
  });
});
