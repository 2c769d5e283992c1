import { describe, expect, it } from "vitest";
import {
  judgePassword,
  keepsPolicy,
  policyRules,
  type PasswordOptions,
  type PasswordPolicy,
} from "./password-rules.js";

describe("judgePassword", () => {
  it.each<[PasswordPolicy, string, boolean]>([
    ["none", "", false],
    ["none", "a", true],
    ["low", "12345", false],
    ["low", "123456", true],
    ["fair", "abcdefg1", false],
    ["fair", "Abcdefg1", true],
    ["good", "abcdefg1", false],
    ["good", "abcdef 1", true],
    ["good", "Äbcdefg1", false],
    ["excellent", "Abcdefgh12", true],
    ["excellent", "Abcdefg112", true],
    ["excellent", "Abcdefg111", false],
  ])("judges as Auth0's policy %s does: %j", (policy, password, verdict) => {
    const judged = judgePassword(policyRules(policy), password);
    expect(judged.every(({ verified }) => verified)).toBe(verdict);
  });

  it.each([
    ["sequentialChars", [2], "abd", true],
    ["sequentialChars", [2], "abc", false],
    ["sequentialChars", [2], "cba", false],
    ["sequentialChars", [3], "abcba", true],
    ["sequentialChars", [2], "9:;", true],
    ["maxLength", [4], "ää", true],
    ["maxLength", [4], "äää", false],
  ] as const)("knows the newer rule %s %j: %j", (code, format, password, verdict) => {
    const [rule] = judgePassword([{ code, format, verified: !verdict, items: [] }], password);
    expect(rule?.verified).toBe(verdict);
  });
});

describe("policyRules", () => {
  it.each<[PasswordOptions, string, boolean]>([
    [{}, "a", true],
    [{ minLength: 3 }, "ab", false],
    [{ policy: "excellent", minLength: 6 }, "Abcd1!", true],
    [{ policy: "excellent", minLength: 12 }, "Abcdefgh12", false],
    [{ policy: "excellent", identicalCharacters: "allow" }, "Abcdefg111", true],
    [{ policy: "low", identicalCharacters: "block" }, "aaabcd", false],
    [{ policy: "excellent", characterTypes: [] }, "abcdefghij", true],
    [{ characterTypes: ["number", "special"] }, "abc1", false],
    [{ characterTypes: ["number", "special"] }, "abc1!", true],
    [{ characterTypeRule: "three_of_four" }, "abc1", false],
    [{ characterTypeRule: "three_of_four" }, "abC1", true],
    [{ sequentialCharacters: "block" }, "xabc", false],
    [{ maxLengthExceeded: "error" }, "ä".repeat(37), false],
    [{ maxLengthExceeded: "truncate" }, "ä".repeat(37), true],
  ])("follows the settings of a connection: %j %j", (options, password, verdict) => {
    expect(keepsPolicy(options, password)).toBe(verdict);
  });
});
