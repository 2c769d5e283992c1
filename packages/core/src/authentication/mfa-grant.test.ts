import { expect, test } from "vitest";
import { authError } from "../errors/auth-error.js";
import { mfaGrantOf, type MfaGrant } from "./mfa-grant.js";
import { rememberMfaRefusal } from "./mfa-refusal.js";

/** What can be made of a refusal that said this. */
function grantOf(body: object): MfaGrant | undefined {
  const error = authError("mfa_required");
  rememberMfaRefusal(error, { ...body });
  return mfaGrantOf(error);
}

const mfaToken = "m";
const due = (requirements: unknown) =>
  grantOf({ mfa_token: mfaToken, mfa_requirements: requirements });
const types = (...list: unknown[]) => list.map((type) => ({ type }));

test.each([undefined, null, "mfa_required", authError("mfa_required"), authError("blocked_user")])(
  "there is none for %s",
  (error) => expect(mfaGrantOf(error)).toBeUndefined(),
);

test.each([{}, { mfa_token: "" }, { mfa_token: 1 }, { mfa_token: null }])(
  "there is none without its token: %j",
  (body) => expect(grantOf(body)).toBeUndefined(),
);

test("tells the kinds that the tenant would take, and those that it would enrol", () => {
  const challenge = types("otp", "sms", "voice", "email", "push", "recovery-code");
  expect(due({ challenge, enroll: types("phone", "push-notification") })).toStrictEqual({
    mfaToken,
    challenge: ["otp", "sms", "voice", "email", "push", "recovery-code"],
    enroll: ["sms", "push"],
  });
  expect(due({ challenge: types("otp") })).toStrictEqual({ mfaToken, challenge: ["otp"] });
  expect(due({ enroll: types("otp") })).toStrictEqual({ mfaToken, enroll: ["otp"] });
  expect(due({ challenge: [], enroll: [] })).toStrictEqual({
    mfaToken,
    challenge: [],
    enroll: [],
  });
});

test("cannot be changed by whoever reads it", () => {
  expect(Object.isFrozen(due({ challenge: types("otp") })?.challenge)).toBe(true);
});

test.each([
  undefined,
  null,
  "challenge",
  1,
  [],
  {},
  { challenge: null },
  { challenge: "otp" },
  { challenge: { 0: { type: "otp" }, length: 1 } },
])("tells no kinds where the tenant does not: %j", (requirements) => {
  expect(due(requirements)).toStrictEqual({ mfaToken });
});

test("leaves out kinds that nobody knows", () => {
  const junk = [null, undefined, "otp", 1, [], {}, ["otp"], ...types("webauthn", "toString", 1)];
  const list = [...junk, ...types(["otp"], { otp: 1 }, "", undefined), { type: "sms" }];
  expect(due({ challenge: list })).toStrictEqual({ mfaToken, challenge: ["sms"] });
});
