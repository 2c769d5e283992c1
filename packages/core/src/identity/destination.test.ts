import { describe, expect, test } from "vitest";
import { normalizeEmail, normalizePhoneNumber } from "./destination.js";

describe("an e-mail address", () => {
  test.each([
    [" ada@example.com\n", "ada@example.com"],
    ["\u00a0ada@example.com\ufeff", "ada@example.com"],
    ["Ada+Test@EXAMPLE.com", "Ada+Test@EXAMPLE.com"],
    ['"ada lovelace"@example.com', '"ada lovelace"@example.com'],
    ["ада@пример.рф", "ада@пример.рф"],
    ["no address", "no address"],
    ["a\u0000b\ud800", "a\u0000b\ud800"],
    ["<b>@x.y", "<b>@x.y"],
  ])("%j is sent as %j", (typed, sent) => {
    expect(normalizeEmail(typed)).toBe(sent);
    expect(normalizeEmail(sent)).toBe(sent);
  });

  test.each(["", "   ", "\t\r\n\u00a0\u2003"])("%j is none", (typed) => {
    expect(normalizeEmail(typed)).toBeUndefined();
  });
});

describe("a phone number", () => {
  test.each([
    ["+4930901820", "+4930901820"],
    [" +49 30 901820 ", "+4930901820"],
    ["0049 (30) 90.18-20", "+4930901820"],
    ["＋４９３０９０１８２０", "+4930901820"],
    ["００４９　（３０）　９０１８２０", "+4930901820"],
    ["+1\u00a0202\u202f555\u20110143", "+12025550143"],
    ["\u202a+1 202‑555–0143\u202c", "+12025550143"],
    ["+1\u22122025550143", "+12025550143"],
    ["+123456789012345", "+123456789012345"],
  ])("%j is %s", (typed, number) => {
    expect(normalizePhoneNumber(typed)).toBe(number);
    expect(normalizePhoneNumber(number)).toBe(number);
  });

  test.each([
    "",
    " ",
    "+",
    "00",
    "+0",
    "030 901820",
    "4930901820",
    "++4930901820",
    "+49+30901820",
    "+0049301820",
    "+1234567890123456",
    "+49 30 901820 ext. 5",
    "+1 800 FLOWERS",
    "+٤٩٣٠٩٠١٨٢٠",
    "+49²0",
    "+49🔑30",
    "+4930\u0000901820",
    "+4930\ud800901820",
    "9".repeat(10_000),
    "+".repeat(10_000),
    "tel:+4930901820",
  ])("%j is none", (typed) => {
    expect(normalizePhoneNumber(typed)).toBeUndefined();
  });

  test("whatever is typed gives E.164 or nothing", () => {
    const characters = Array.from("+0123456789 .-()/\u00a0\u200e０９＋（x\ud83d\u0000");
    let seed = 42;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 5000; round += 1) {
      const typed = Array.from({ length: next(20) }, () => characters[next(characters.length)]);
      const number = normalizePhoneNumber(typed.join(""));
      if (number === undefined) continue;
      expect(number).toMatch(/^\+[1-9]\d{1,14}$/);
      expect(normalizePhoneNumber(number)).toBe(number);
    }
  });
});
