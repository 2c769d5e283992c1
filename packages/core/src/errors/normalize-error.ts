import { authError, type AuthError, type AuthErrorInfo } from "./auth-error.js";
import { passwordRuleCodes, type PasswordRule } from "./error-details.js";
import { codeForWord, type Endpoint } from "./wire-errors.js";

/** A failure as it arrived: the only place where foreign shapes are looked at. */
export interface WireFailure {
  readonly endpoint: Endpoint;
  readonly status: number;
  /** The parsed JSON body, or undefined where there was none. */
  readonly body: unknown;
  /** Whether the answer calls itself plain text. */
  readonly isPlainText?: boolean;
  readonly retryAfter?: number;
}

/** Our error for a refused request; built from code, status and known rules, never from the tenant's text. */
export function normalizeError(failure: WireFailure): AuthError {
  const { endpoint, status, body, isPlainText, retryAfter } = failure;
  const info: AuthErrorInfo = { status, ...(retryAfter !== undefined && { retryAfter }) };
  const fields = isObject(body) ? body : {};
  if (endpoint === "signup") {
    const refused = signupError(fields, info);
    if (refused) return refused;
  }
  // Auth0 refuses an unlisted origin in plain text, so there is no word to read.
  if (body === undefined && status === 403 && isPlainText) {
    return authError("origin_not_allowed", {}, info);
  }
  for (const word of [fields["error"], fields["code"], fields["errorCode"]]) {
    const code = typeof word === "string" ? codeForWord(endpoint, word) : undefined;
    if (code) return authError(code, {}, info);
  }
  return byStatus(status, info);
}

/** Our error for the `error` parameter of an authorization response (RFC 6749 section 4.1.2.1). */
export function responseError(word: string): AuthError {
  const code = codeForWord("authorize", word);
  return authError(code ?? "server");
}

function byStatus(status: number, info: AuthErrorInfo): AuthError {
  if (status === 429) return authError("rate_limited", {}, info);
  if (status >= 500) return authError("server", {}, info);
  if (status === 401 || status === 403) return authError("access_denied", {}, info);
  return authError("server", {}, info);
}

const policies = {
  PasswordStrengthError: "strength",
  PasswordDictionaryError: "dictionary",
  PasswordNoUserInfoError: "user_info",
  PasswordHistoryError: "history",
} as const;

function signupError(fields: Record<string, unknown>, info: AuthErrorInfo): AuthError | undefined {
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
}

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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
