import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { rememberMfaRefusal } from "../authentication/mfa-refusal.js";
import { authError } from "../errors/auth-error.js";
import type { JsonObject } from "../transport/request.js";
import { pendingSignIn } from "./challenged.js";
import { orChallenge } from "./or-challenge.js";
import type { Challenged } from "./outcome.js";

const asked = { scope: "openid", audience: "https://api.example", subject: "auth0|ada" };

async function challengeFor(body: JsonObject): Promise<Challenged> {
  const error = authError("mfa_required");
  rememberMfaRefusal(error, body);
  const outcome = await orChallenge(asked, () => Promise.reject(error));
  if (typeof outcome !== "object" || outcome === null) throw new Error("No challenge came.");
  return outcome as Challenged;
}

test("a sign-in that needs no second factor is what it was", async () => {
  expect(await orChallenge(asked, async () => "in")).toBe("in");
});

test("a due second factor is an outcome that knows the factors and no secret", async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const outcome = await challengeFor({
    mfa_token: "c4nary",
    mfa_requirements: {
      challenge: [{ type: "otp" }, { type: "phone" }, { type: "push-notification" }],
      enroll: [{ type: "email" }, { type: "webauthn-roaming" }, null, { type: "__proto__" }],
    },
  });
  expect(outcome).toMatchObject({
    kind: "challenge",
    challenge: {
      type: "mfa",
      expiresAt: 1_600_000,
      challenge: ["otp", "sms", "push"],
      enroll: ["email"],
    },
    error: { code: "mfa_required" },
  });
  expect(JSON.stringify(outcome) + inspect(outcome, { showHidden: true, depth: 9 })).not.toContain(
    "c4nary",
  );
  expect(Object.isFrozen(outcome.challenge)).toBe(true);
  vi.useRealTimers();
});

test("what was asked for goes on with the answer", async () => {
  const { challenge } = await challengeFor({ mfa_token: "c4nary" });
  expect(pendingSignIn(challenge)).toEqual({ mfaToken: "c4nary", asked, subject: "auth0|ada" });
});

test.each<JsonObject>([{}, { mfa_token: "" }, { mfa_token: 7 }, { mfa_token: null }])(
  "%j cannot be answered, so it stays a failure",
  async (body) => {
    const error = authError("mfa_required");
    rememberMfaRefusal(error, body);
    await expect(orChallenge(asked, () => Promise.reject(error))).rejects.toBe(error);
  },
);

test("another failure stays what it was, whatever came with it", async () => {
  const error = authError("invalid_credentials");
  rememberMfaRefusal(error, { mfa_token: "c4nary" });
  await expect(orChallenge(asked, () => Promise.reject(error))).rejects.toBe(error);
});

test("a copy of a challenge is the developer's mistake", async () => {
  const { challenge } = await challengeFor({ mfa_token: "c4nary" });
  expect(() => pendingSignIn({ ...challenge })).toThrow(/not a copy/);
});
