import { describe, expect, test } from "vitest";
import type { AuthError } from "./auth-error.js";
import { normalizeError } from "./normalize-error.js";
import { signupRefusal } from "./signup-refusal.js";

describe("a refused password", () => {
  test.each([
    ["PasswordStrengthError", "strength"],
    ["PasswordDictionaryError", "dictionary"],
    ["PasswordNoUserInfoError", "user_info"],
    ["PasswordHistoryError", "history"],
    ["SomethingNew", "strength"],
    ["constructor", "strength"],
    [undefined, "strength"],
    [{}, "strength"],
    [["PasswordHistoryError"], "strength"],
  ])("named %j breaks the policy %s", (name, policy) => {
    const error = refusedPassword({ name });
    expect(error).toMatchObject({ code: "invalid_password", status: 400, retryAfter: 3000 });
    expect(error.details).toEqual({ policy, rules: [] });
  });

  test("tells the rules as the tenant judged them", () => {
    const error = refusedPassword({
      name: "PasswordStrengthError",
      message: "Password is too weak",
      description: {
        rules: [
          {
            message: "At least %d characters in length",
            format: [8],
            code: "lengthAtLeast",
            verified: false,
          },
          {
            message: "Contain at least %d of the following %d types of characters:",
            code: "containsAtLeast",
            format: [3, 4],
            items: [{ message: "lower case letters (a-z)", code: "lowerCase", verified: true }],
            verified: false,
          },
        ],
        verified: false,
      },
      policy: "* At least 8 characters in length",
    });
    const lowerCase = { code: "lowerCase", format: [], verified: true, items: [] };
    expect(error.details).toEqual({
      policy: "strength",
      rules: [
        { code: "lengthAtLeast", format: [8], verified: false, items: [] },
        { code: "containsAtLeast", format: [3, 4], verified: false, items: [lowerCase] },
      ],
    });
  });

  test.each<[string, unknown]>([
    ["text", "too weak"],
    ["null", null],
    ["an array", [{ code: "lengthAtLeast" }]],
    ["rules that are no array", { rules: { 0: { code: "lengthAtLeast" } } }],
    ["rules that are no objects", { rules: [null, 7, "x", [], undefined] }],
    ["rules without a name", { rules: [{ format: [8] }, { code: 7 }, { code: "" }] }],
    [
      "names that are none",
      { rules: [{ code: "<b>" }, { code: "a b" }, { code: "x".repeat(41) }] },
    ],
  ])("drops a description that is %s", (_, description) => {
    expect(refusedPassword({ description }).details).toMatchObject({ rules: [] });
  });

  test("drops what is no rule or no number, and what lies deeper than rules go", () => {
    const deep = (depth: number): object =>
      depth === 0 ? { code: "numbers" } : { code: "shouldContain", items: [deep(depth - 1)] };
    const rules = [
      { code: "SecretOfTheUser", verified: false },
      {
        code: "lengthAtLeast",
        format: [8, "9", null, Number.POSITIVE_INFINITY, {}],
        verified: "yes",
      },
      deep(50),
    ];
    expect(refusedPassword({ description: { rules } }).details).toEqual({
      policy: "strength",
      rules: [
        { code: "lengthAtLeast", format: [8], verified: false, items: [] },
        {
          code: "shouldContain",
          format: [],
          verified: false,
          items: [{ code: "shouldContain", format: [], verified: false, items: [] }],
        },
      ],
    });
  });
});

describe("of the refusals that come as sentences only", () => {
  test.each([
    [{ error: "error in email - email format validation failed: x" }, "invalid_email"],
    [{ error: "error in email" }, "invalid_email"],
    [{ error: "public signup is disabled" }, "signup_disabled"],
    [{ code: "public signup is disabled" }, "signup_disabled"],
    [{ description: "public signup is disabled" }, "signup_disabled"],
    [{ error: "there is an error in email" }, "server"],
    [{ error: ["error in email"] }, "server"],
    [{ description: "public signup is disabled for x" }, "server"],
  ])("%j means %s", (body, code) => {
    expect(refused(body)).toMatchObject({ code, status: 400, retryAfter: 3000 });
  });
});

function refusedPassword(body: object): AuthError {
  return refused({ code: "invalid_password", ...body });
}

/** As the transport does, with what this endpoint brings along. */
function refused(body: object): AuthError {
  const failure = { endpoint: "signup", status: 400, body, retryAfter: 3000 } as const;
  return normalizeError(failure, signupRefusal);
}
