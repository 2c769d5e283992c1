import { authError } from "./auth-error.js";
import { passwordRuleCodes, type PasswordRule } from "./error-details.js";
import { isObject } from "./is-object.js";
import type { ReadRefusal } from "./normalize-error.js";

const policies = {
  PasswordStrengthError: "strength",
  PasswordDictionaryError: "dictionary",
  PasswordNoUserInfoError: "user_info",
  PasswordHistoryError: "history",
} as const;

/** The refusals of POST /dbconnections/signup that no word tells. */
export const signupRefusal: ReadRefusal = (fields, info) => {
  const { code, name, error, description } = fields;
  if (code === "invalid_password") {
    const known = typeof name === "string" && Object.hasOwn(policies, name);
    const policy = known ? policies[name as keyof typeof policies] : "strength";
    return authError("invalid_password", { policy, rules: passwordRules(description) }, info);
  }
  // These two come as sentences only; Auth0 documents no code for them.
  if (typeof error === "string" && error.startsWith("error in email")) {
    return authError("invalid_email", {}, info);
  }
  if (isSignupDisabled(fields)) return authError("signup_disabled", {}, info);
  return undefined;
};

function isSignupDisabled({ code, error, description }: Record<string, unknown>): boolean {
  return [code, error, description].some((text) => text === "public signup is disabled");
}

/** The judged rules of a refused password; anything that is not a rule is dropped. */
function passwordRules(description: unknown): PasswordRule[] {
  return isObject(description) ? rulesIn(description["rules"], 0) : [];
}

function rulesIn(list: unknown, depth: number): PasswordRule[] {
  if (!Array.isArray(list) || depth > 1) return [];
  return list.filter(isObject).flatMap((rule) => {
    const { format, verified, items } = rule;
    const code = passwordRuleCodes.find((known) => known === rule["code"]);
    if (!code) return [];
    const numbers = Array.isArray(format) ? format.filter((n) => Number.isFinite(n)) : [];
    return [
      { code, format: numbers, verified: verified === true, items: rulesIn(items, depth + 1) },
    ];
  });
}
