import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { isAuthError, type AuthError } from "./auth-error.js";
import type { AuthErrorCode } from "./error-details.js";
import { normalizeError, responseError, type WireFailure } from "./normalize-error.js";
import { signupRefusal } from "./signup-refusal.js";
import type { Endpoint } from "./wire-errors.js";

type Row = readonly [endpoint: Endpoint, status: number, body: unknown, code: AuthErrorCode];

const rows: Row[] = [
  // POST /co/authenticate
  ["co_authenticate", 400, { error: "invalid_request" }, "invalid_request"],
  ["co_authenticate", 400, { error: "unsupported_credential_type" }, "unauthorized_client"],
  ["co_authenticate", 401, { error: "unauthorized_client" }, "unauthorized_client"],
  ["co_authenticate", 401, { error: "password_leaked" }, "password_leaked"],
  ["co_authenticate", 403, { error: "access_denied" }, "invalid_credentials"],
  ["co_authenticate", 403, { error: "blocked_user" }, "blocked_user"],
  ["co_authenticate", 403, undefined, "access_denied"],
  ["co_authenticate", 429, { error: "too_many_attempts" }, "too_many_attempts"],
  // POST /oauth/token with credentials
  ["credentials_grant", 403, { error: "invalid_grant" }, "invalid_credentials"],
  ["credentials_grant", 401, { error: "unauthorized" }, "blocked_user"],
  ["credentials_grant", 401, { error: "password_leaked" }, "password_leaked"],
  ["credentials_grant", 401, { error: "requires_verification" }, "requires_verification"],
  ["credentials_grant", 401, { error: "requires_validation" }, "requires_verification"],
  ["credentials_grant", 403, { error: "mfa_required", mfa_token: "Fe26" }, "mfa_required"],
  ["credentials_grant", 403, { error: "unauthorized_client" }, "unauthorized_client"],
  ["credentials_grant", 501, { error: "unsupported_grant_type" }, "unauthorized_client"],
  ["credentials_grant", 429, { error: "too_many_logins" }, "too_many_attempts"],
  // POST /oauth/token with a code or a refresh token
  ["token", 403, { error: "invalid_grant" }, "invalid_grant"],
  ["token", 401, { error: "unauthorized" }, "blocked_user"],
  ["token", 401, { error: "access_denied" }, "access_denied"],
  ["token", 403, { error: "access_denied" }, "access_denied"],
  ["token", 400, { error: "invalid_request" }, "invalid_request"],
  [
    "token",
    429,
    { statusCode: 429, error: "Too Many Requests", errorCode: "too_many_requests" },
    "rate_limited",
  ],
  // POST /dbconnections/signup
  [
    "signup",
    400,
    { name: "BadRequestError", code: "invalid_signup", statusCode: 400 },
    "invalid_signup",
  ],
  ["signup", 400, { code: "user_exists" }, "user_exists"],
  ["signup", 400, { code: "username_exists" }, "username_exists"],
  ["signup", 400, { code: "password_leaked", name: "AnomalyDetected" }, "password_leaked"],
  ["signup", 400, { code: "invalid_password", name: "PasswordStrengthError" }, "invalid_password"],
  ["signup", 400, { code: "invalid_captcha" }, "invalid_captcha"],
  // One-time codes and second factors
  ["co_authenticate_otp", 403, { error: "access_denied" }, "invalid_otp"],
  ["otp_grant", 403, { error: "invalid_grant" }, "invalid_otp"],
  ["otp_grant", 401, { error: "unauthorized" }, "blocked_user"],
  ["otp_grant", 401, { error: "expired_token" }, "expired_token"],
  ["otp_grant", 400, { error: "authorization_pending" }, "authorization_pending"],
  ["otp_grant", 400, { error: "slow_down" }, "slow_down"],
  ["mfa", 403, { error: "association_required" }, "association_required"],
  ["mfa", 400, { error: "unsupported_challenge_type" }, "unauthorized_client"],
  ["passwordless", 401, { code: "invalid_user_password" }, "invalid_otp"],
  ["passwordless", 400, { error: "bad.email" }, "invalid_email"],
  ["passwordless", 400, { error: "bad.phone_number" }, "invalid_phone_number"],
  ["passwordless", 400, { error: "bad.connection" }, "invalid_request"],
  ["passwordless", 400, { error: "bad.authParams" }, "invalid_request"],
  ["passwordless", 400, { error: "sms_provider_error" }, "sms_provider_error"],
  ["passwordless", 401, { error: "server_error" }, "access_denied"],
  // The Management API
  [
    "management",
    403,
    { statusCode: 403, error: "Forbidden", errorCode: "insufficient_scope" },
    "insufficient_scope",
  ],
  [
    "management",
    404,
    { statusCode: 404, error: "Not Found", errorCode: "inexistent_user" },
    "inexistent_user",
  ],
  ["management", 401, { statusCode: 401, error: "Unauthorized" }, "access_denied"],
  // GET /userinfo and the keys
  ["userinfo", 401, undefined, "access_denied"],
  ["jwks", 500, undefined, "server"],
  // Words that no endpoint documents count by their status.
  ["token", 400, { error: "brand_new" }, "server"],
  ["token", 401, { error: "brand_new" }, "access_denied"],
  ["token", 403, { error: "brand_new" }, "access_denied"],
  ["token", 404, undefined, "server"],
  ["token", 429, undefined, "rate_limited"],
  ["token", 429, { error: "brand_new" }, "rate_limited"],
  ["token", 500, undefined, "server"],
  ["token", 503, { error: "brand_new" }, "server"],
  // One answer may carry several words: the first that is known counts.
  ["signup", 400, { error: "brand_new", code: "user_exists" }, "user_exists"],
  ["management", 403, { error: "access_denied", errorCode: "inexistent_user" }, "access_denied"],
  ["signup", 400, { code: "user_exists", errorCode: "username_exists" }, "user_exists"],
  // A word counts whole.
  ["passwordless", 400, { error: "not.bad." }, "server"],
];

test.each(rows)("%s %i %j means %s", (endpoint, status, body, code) => {
  const error = judge({ endpoint, status, body });
  expect(error).toMatchObject({ name: "AuthError", code, status });
  expect(isAuthError(error, code)).toBe(true);
});

test.each<[string, AuthErrorCode]>([
  ["login_required", "login_required"],
  ["consent_required", "consent_required"],
  ["interaction_required", "interaction_required"],
  ["mfa_required", "mfa_required"],
  ["access_denied", "access_denied"],
  ["unauthorized", "access_denied"],
  ["invalid_request", "invalid_request"],
  ["server_error", "server"],
  ["toString", "server"],
  ["__proto__", "server"],
  ["invalid_password", "server"],
  ["network", "server"],
])("the response's error %s means %s", (word, code) => {
  expect(responseError(word)).toMatchObject({ code });
});

test("says how long the tenant asks to wait, and whether to try again", () => {
  const error = judge({
    endpoint: "token",
    status: 429,
    body: undefined,
    retryAfter: 3000,
  });
  expect(error).toMatchObject({
    code: "rate_limited",
    status: 429,
    retryAfter: 3000,
    retryable: true,
  });
  const refused = judge({ endpoint: "token", status: 403, body: undefined });
  expect(refused.retryable).toBe(false);
  expect(refused).not.toHaveProperty("retryAfter");
});

test("a 403 in plain text, and no other answer, is Auth0's way to refuse an origin", () => {
  const refused: WireFailure = {
    endpoint: "co_authenticate",
    status: 403,
    body: undefined,
    isPlainText: true,
  };
  expect(judge(refused)).toMatchObject({ code: "origin_not_allowed", status: 403 });
  for (const other of [{ isPlainText: false }, { status: 401 }, { body: {} }]) {
    expect(judge({ ...refused, ...other }).code).toBe("access_denied");
  }
});

describe("whatever the body is", () => {
  const canary = "c4nary-S3cret!";
  const strange: unknown[] = [
    undefined,
    null,
    true,
    0,
    canary,
    [],
    [canary],
    {},
    { error: canary },
    { error: { error: canary } },
    { error: [canary] },
    { error: null, code: canary, errorCode: canary },
    { error: "access_denied", error_description: canary },
    { error: "__proto__", code: "constructor", errorCode: "hasOwnProperty" },
    JSON.parse(`{"__proto__":{"error":"access_denied"},"description":"${canary}"}`),
    {
      code: "invalid_password",
      name: canary,
      message: canary,
      policy: canary,
      description: canary,
    },
    {
      code: "invalid_password",
      description: {
        rules: [{ code: canary, message: canary, format: [canary], items: [{ code: canary }] }],
      },
    },
    { error: `error in email - ${canary}` },
    { error: "mfa_required", mfa_token: canary, error_description: canary },
    { [canary]: canary, details: canary, statusCode: canary, name: canary },
  ];
  const endpoints: Endpoint[] = [
    "authorize",
    "co_authenticate",
    "co_authenticate_otp",
    "credentials_grant",
    "otp_grant",
    "token",
    "revoke",
    "signup",
    "change_password",
    "passwordless",
    "challenge",
    "mfa",
    "management",
    "userinfo",
    "legacy",
    "jwks",
  ];
  const statuses = [400, 401, 403, 404, 418, 429, 500, 503];

  test.each(endpoints)("%s fails typed and in our own words", (endpoint) => {
    for (const body of strange) {
      for (const status of statuses) {
        const error = judge({ endpoint, status, body });
        expect(isAuthError(error)).toBe(true);
        expect(everythingIn(error)).not.toContain(canary);
      }
    }
  });

  test("a hostile word in the address stays there", () => {
    expect(everythingIn(responseError(canary))).not.toContain(canary);
  });

  test("the scan would find the canary", () => {
    for (const hidden of [
      Object.assign(new Error("x"), { note: canary }),
      new Error(canary),
      new Error("x", { cause: { deep: [canary] } }),
      Object.create({ inherited: canary }),
      Object.defineProperty({}, "quiet", { value: canary, enumerable: false }),
    ]) {
      expect(everythingIn(hidden)).toContain(canary);
    }
  });
});

/** All text in a value: as JSON, as a log shows it, and every key up the prototype chain. */
function everythingIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== "object" || value === null || seen.has(value)) return String(value);
  seen.add(value);
  const texts = [
    JSON.stringify(value),
    inspect(value, { depth: null, showHidden: true }),
    safeText(value),
  ];
  for (
    let holder: object | null = value;
    holder;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    if (holder === Object.prototype || holder === Error.prototype) break;
    for (const key of Reflect.ownKeys(holder)) {
      texts.push(String(key), everythingIn(Reflect.get(holder, key, value), seen));
    }
  }
  return texts.join("\n");
}

function safeText(value: object): string {
  return value instanceof Error ? `${String(value)}\n${value.stack}` : "";
}

/** As the transport does, with what the endpoint brings along. */
function judge(failure: WireFailure): AuthError {
  return normalizeError(failure, failure.endpoint === "signup" ? signupRefusal : undefined);
}
