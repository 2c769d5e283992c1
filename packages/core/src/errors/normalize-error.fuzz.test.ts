import { inspect } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { isAuthError, type AuthError } from "./auth-error.js";
import { normalizeError, responseError } from "./normalize-error.js";
import { signupRefusal } from "./signup-refusal.js";
import type { Endpoint } from "./wire-errors.js";

/** Stands in every text that the tenant makes up, and must not be found again. */
const canary = "c4nary-S3cret!";

const endpoints: readonly Endpoint[] = [
  ...(["authorize", "co_authenticate", "co_authenticate_otp", "credentials_grant"] as const),
  ...(["otp_grant", "token", "revoke", "signup", "change_password", "passwordless"] as const),
  ...(["challenge", "mfa", "management", "userinfo", "legacy", "jwks"] as const),
];

const word = fc.oneof(
  fc.constantFrom("access_denied", "invalid_password", "mfa_required", "bad.x", "blocked_user"),
  fc.constantFrom("too_many_requests", "user_exists", "invalid_grant", "unauthorized"),
  fc.constantFrom("__proto__", "constructor", "toString", "PasswordHistoryError", "lengthAtLeast"),
  fc
    .constantFrom("error in email - ", "public signup is disabled", "")
    .map((text) => text + canary),
  fc.string({ unit: "binary", maxLength: 6 }).map((text) => canary + text),
);

/** JSON of the kind that tenants refuse with, with anything in its places. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    fc.constantFrom(null, true, 0, -1, 8, 1e308),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("refusal"),
  ),
  refusal: fc.dictionary(
    fc.constantFrom(
      ...`error code errorCode name message error_description description statusCode policy rules
      items format verified mfa_token ${canary}`.split(/\s+/),
    ),
    tie("value"),
    { maxKeys: 6 },
  ),
}));
/** A refused password as the tenant tells it, but for what it says of each rule. */
const rule = fc.letrec((tie) => ({
  list: fc.array(
    fc.record({
      code: fc.constantFrom("lengthAtLeast", "shouldContain", canary),
      format: fc.oneof(fc.array(fc.constantFrom<unknown>(8, canary, null, [canary])), word),
      verified: fc.constantFrom<unknown>(true, false, canary),
      message: word,
      items: fc.oneof({ maxDepth: 3 }, fc.constant([]), tie("list")),
    }),
    { maxLength: 2 },
  ),
})).list;
const refusedPassword = rule.map((rules) => ({
  code: "invalid_password",
  name: "PasswordStrengthError",
  description: { rules },
}));

const body = fc.oneof(
  { weight: 6, arbitrary: anything.refusal },
  { weight: 3, arbitrary: refusedPassword },
  { weight: 1, arbitrary: anything.value },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const failure = fc.record({
  endpoint: fc.constantFrom(...endpoints, "signup", "signup", "signup"),
  status: fc.oneof(fc.constantFrom(400, 401, 403, 404, 429, 500, 503), fc.integer()),
  body,
  isPlainText: fc.boolean(),
  retryAfter: fc.constantFrom(0, 3000, 60_000),
});

test("whatever a refusal says, it fails typed and in our own words", property, () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(failure, (given) => {
      const refused = normalizeError(
        given,
        given.endpoint === "signup" ? signupRefusal : undefined,
      );
      codes.add(refused.code);
      expect(isAuthError(refused)).toBe(true);
      expect(refused).toMatchObject({ status: given.status, retryAfter: given.retryAfter });
      expect(Object.isFrozen(refused.details)).toBe(true);
      expect(everythingIn(refused)).not.toContain(canary);
    }),
    fuzz,
  );
  expect(codes.size).toBeGreaterThan(5);
});

test("whatever the address calls an error, it fails typed and in our own words", property, () => {
  fc.assert(
    fc.property(fc.oneof(word, fc.string({ unit: "binary" })), (given) => {
      const refused = responseError(given);
      expect(isAuthError(refused)).toBe(true);
      expect(everythingIn(refused)).not.toContain(canary);
    }),
    fuzz,
  );
});

/** All that a log or a screen could show of an error. */
function everythingIn(error: AuthError): string {
  const shown = inspect(error, { depth: null, showHidden: true });
  return [JSON.stringify(error), String(error), shown, error.stack].join("\n");
}
