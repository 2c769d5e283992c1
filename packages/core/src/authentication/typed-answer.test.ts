import { afterEach, expect, test, vi } from "vitest";
import { answering } from "../../test/answering.js";
import type { MfaChallengeSent } from "./mfa-answers.js";
import { typedAnswer, type TypedAnswer } from "./typed-answer.js";

const tenant = { origin: "https://tenant.example", clientId: "app", requestDeadline: 15_000 };
const message: MfaChallengeSent = { type: "oob", oobCode: "o", needsCode: true };

afterEach(() => vi.unstubAllGlobals());

test.each<[string, TypedAnswer, MfaChallengeSent | undefined, string, object]>([
  ["an app", { otp: " 123 456\n" }, undefined, "mfa-otp", { otp: "123456" }],
  ["a challenged app", { otp: "1" }, { type: "otp", needsCode: true }, "mfa-otp", { otp: "1" }],
  ["a message", { otp: "12 34" }, message, "mfa-oob", { oob_code: "o", binding_code: "1234" }],
  [
    "an app, where a device was asked",
    { otp: "1" },
    { ...message, needsCode: false },
    "mfa-otp",
    { otp: "1" },
  ],
  [
    "paper, whatever was sent",
    { recoveryCode: "\tAB CD " },
    message,
    "mfa-recovery-code",
    { recovery_code: "AB CD" },
  ],
  ["nothing", { recoveryCode: "" }, message, "mfa-recovery-code", { recovery_code: "" }],
])("what is typed from %s", async (_, answer, sent, grant, fields) => {
  const asked = answering([200, { access_token: "at", token_type: "Bearer", expires_in: 60 }]);
  const tokens = await typedAnswer(tenant, { mfaToken: "m", sent }, answer, {});
  expect(tokens).toEqual({ accessToken: "at", expiresIn: 60 });
  expect(asked.map((one) => one.fields)).toEqual([
    {
      client_id: "app",
      grant_type: `http://auth0.com/oauth/grant-type/${grant}`,
      mfa_token: "m",
      ...fields,
    },
  ]);
});
