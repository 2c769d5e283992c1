import { expect, test } from "vitest";
import { authError } from "../errors/auth-error.js";
import { mfaRefusalOf, rememberMfaRefusal } from "./mfa-refusal.js";

const body = { mfa_token: "secret" };

test("what the tenant said is kept beside the error that asks for a second factor", () => {
  const error = authError("mfa_required");
  expect(mfaRefusalOf(error)).toBeUndefined();
  rememberMfaRefusal(error, body);
  expect(mfaRefusalOf(error)).toBe(body);
  expect(JSON.stringify(error)).not.toContain("secret");
});

test("of any other refusal nothing is kept", () => {
  const error = authError("blocked_user");
  rememberMfaRefusal(error, body);
  expect(mfaRefusalOf(error)).toBeUndefined();
});

test.each([undefined, null, "mfa_required", 1, Symbol("error"), {}])(
  "nothing is known of %s, which no call threw",
  (thrown) => {
    expect(mfaRefusalOf(thrown)).toBeUndefined();
  },
);
