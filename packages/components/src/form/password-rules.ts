import type { PasswordRule, PasswordRuleCode } from "@portico/react";

/** The password policies of Auth0's database connections. */
export type PasswordPolicy = "none" | "low" | "fair" | "good" | "excellent";

/** The rules of a policy, as Auth0 spells them, judged for an empty password. */
export function policyRules(policy: PasswordPolicy): readonly PasswordRule[] {
  return policies[policy];
}

/** The same rules, judged for `password`. */
export function judgePassword(
  rules: readonly PasswordRule[],
  password: string,
): readonly PasswordRule[] {
  return rules.map((rule) => judge(rule, password));
}

/** Whether `password` keeps every rule of `policy`. */
export function keepsPolicy(policy: PasswordPolicy, password: string): boolean {
  return judgePassword(policyRules(policy), password).every(({ verified }) => verified);
}

function judge(rule: PasswordRule, password: string): PasswordRule {
  const items = judgePassword(rule.items, password);
  const met = items.filter(({ verified }) => verified).length;
  const [limit = 0] = rule.format;
  return { ...rule, items, verified: isMet() };

  function isMet(): boolean {
    switch (rule.code) {
      case "nonEmpty":
        return password.length > 0;
      case "lengthAtLeast":
        return password.length >= limit;
      case "maxLength":
        return new TextEncoder().encode(password).length <= limit;
      case "shouldContain":
        return met === items.length;
      case "containsAtLeast":
        return met >= limit;
      case "identicalChars":
        return password !== "" && longestRun(password, isSame) <= limit;
      case "sequentialChars":
        return password !== "" && longestRun(password, isNext, isPrevious) <= limit;
      case "lowerCase":
        return /[a-z]/.test(password);
      case "upperCase":
        return /[A-Z]/.test(password);
      case "numbers":
        return /[0-9]/.test(password);
      case "specialCharacters":
        return /[ -/:-@[-`{-~]/.test(password);
      default:
        return rule.code satisfies never;
    }
  }
}

type Follows = (before: string, after: string) => boolean;

function longestRun(password: string, ...directions: readonly Follows[]): number {
  return Math.max(
    ...directions.map((follows) => {
      let run = 1;
      let longest = 1;
      for (let i = 1; i < password.length; i++) {
        run = follows(password.charAt(i - 1), password.charAt(i)) ? run + 1 : 1;
        longest = Math.max(longest, run);
      }
      return longest;
    }),
  );
}

function isSame(before: string, after: string): boolean {
  return before === after;
}

function isNext(before: string, after: string): boolean {
  const areAlphanumeric = /^[a-zA-Z0-9]{2}$/.test(before + after);
  return areAlphanumeric && after.charCodeAt(0) - before.charCodeAt(0) === 1;
}

function isPrevious(before: string, after: string): boolean {
  return isNext(after, before);
}

function rule(
  code: PasswordRuleCode,
  format: number[] = [],
  items: PasswordRule[] = [],
): PasswordRule {
  return { code, format, items, verified: false };
}

const letters = [rule("lowerCase"), rule("upperCase"), rule("numbers")];
const threeOfFour = rule("containsAtLeast", [3, 4], [...letters, rule("specialCharacters")]);

const policies: Readonly<Record<PasswordPolicy, readonly PasswordRule[]>> = {
  none: [rule("lengthAtLeast", [1])],
  low: [rule("lengthAtLeast", [6])],
  fair: [rule("lengthAtLeast", [8]), rule("shouldContain", [], letters)],
  good: [rule("lengthAtLeast", [8]), threeOfFour],
  excellent: [rule("lengthAtLeast", [10]), threeOfFour, rule("identicalChars", [2])],
};
