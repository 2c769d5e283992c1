import type { PasswordRule, PasswordRuleCode } from "@portico/react";

/** The password policies of Auth0's database connections. */
export type PasswordPolicy = "none" | "low" | "fair" | "good" | "excellent";

/**
 * What a database connection asks of passwords, as its settings say: a policy with a length of its own
 * (`password_complexity_options`), or its flexible policy (`password_options.complexity`). Every setting goes before
 * what `policy` says of the same.
 */
export interface PasswordOptions {
  /** `none` if not given. */
  readonly policy?: PasswordPolicy | undefined;
  /** In characters. */
  readonly minLength?: number | undefined;
  readonly characterTypes?: readonly CharacterType[] | undefined;
  /** How many of the types there have to be: those named, or three of the four there are; `all` if not given. */
  readonly characterTypeRule?: "all" | "three_of_four" | undefined;
  /** `block` refuses more than two in a row. */
  readonly identicalCharacters?: "allow" | "block" | undefined;
  /** `block` refuses sequences such as abc. */
  readonly sequentialCharacters?: "allow" | "block" | undefined;
  /** What becomes of more than 72 bytes; `error` refuses them. */
  readonly maxLengthExceeded?: "truncate" | "error" | undefined;
}

/** A kind of character that a connection can ask for. */
export type CharacterType = "lowercase" | "uppercase" | "number" | "special";

/** The rules of a policy, as Auth0 spells them, judged for an empty password. */
export function policyRules(policy: PasswordPolicy | PasswordOptions): readonly PasswordRule[] {
  return typeof policy === "string" ? policies[policy] : flexibleRules(policy);
}

/** The same rules, judged for `password`. */
export function judgePassword(
  rules: readonly PasswordRule[],
  password: string,
): readonly PasswordRule[] {
  return rules.map((rule) => judge(rule, password));
}

/** Whether `password` keeps every rule of `policy`. */
export function keepsPolicy(policy: PasswordPolicy | PasswordOptions, password: string): boolean {
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

const kinds: Readonly<Record<CharacterType, PasswordRule>> = {
  lowercase: rule("lowerCase"),
  uppercase: rule("upperCase"),
  number: rule("numbers"),
  special: rule("specialCharacters"),
};

function flexibleRules(options: PasswordOptions): readonly PasswordRule[] {
  const { policy = "none", minLength, maxLengthExceeded } = options;
  const { identicalCharacters, sequentialCharacters } = options;
  const [length = rule("lengthAtLeast", [1]), ...others] = policies[policy];
  const isIdentical = ({ code }: PasswordRule) => code === "identicalChars";
  return [
    minLength === undefined ? length : rule("lengthAtLeast", [minLength]),
    ...(typeRules(options) ?? others.filter((other) => !isIdentical(other))),
    ...limit("identicalChars", identicalCharacters, others.some(isIdentical)),
    ...limit("sequentialChars", sequentialCharacters, false),
    ...(maxLengthExceeded === "error" ? [rule("maxLength", [72])] : []),
  ];
}

function typeRules(options: PasswordOptions): readonly PasswordRule[] | undefined {
  const { characterTypes, characterTypeRule } = options;
  if (characterTypeRule === "three_of_four") return [threeOfFour];
  if (!characterTypes) return undefined;
  const asked = characterTypes.map((type) => kinds[type]);
  return asked.length > 0 ? [rule("shouldContain", [], asked)] : [];
}

function limit(
  code: PasswordRuleCode,
  setting: "allow" | "block" | undefined,
  isLimited: boolean,
): readonly PasswordRule[] {
  const isBlocked = setting === undefined ? isLimited : setting === "block";
  return isBlocked ? [rule(code, [2])] : [];
}
