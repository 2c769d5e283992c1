import { appCode } from "../../harness/authenticator-app.js";
import { expect } from "../../e2e/fixtures.js";
import type { Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";
import { people } from "../seed.js";

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const challenge = { kept: "login.challenge" };
const hedy = { kind: "authenticated", session: { user: { email: "hedy@example.com" } } };

/** A login that waits for a second factor. */
async function challenged(lab: Lab): Promise<void> {
  await lab.keep("login", "login", { ...people.twoFactors, via: "password-realm" });
}

export const mfa: Flow = {
  name: "mfa",
  cases: [
    {
      title: "a login by the token endpoint asks for it, and signs nobody in",
      call: (lab) => lab.call("login", { ...people.twoFactors, via: "password-realm" }),
      expect: { value: { kind: "challenge", challenge: { type: "mfa" } } },
    },
    {
      title: "a login in the page cannot answer it",
      call: (lab) => lab.call("login", people.twoFactors),
      expect: { code: "mfa_required" },
      fake: { loginInPage: [["mfa_required"]] },
    },
    {
      title: "the factors that the user has",
      given: challenged,
      call: (lab) => lab.call("mfa.authenticators", challenge),
      expect: {
        value: [
          { factor: "otp", active: true },
          { factor: "recovery-code", active: true },
        ],
      },
    },
    {
      title: "a right code",
      given: challenged,
      call: (lab) => lab.call("mfa.verify", challenge, { otp: appCode(secret, Date.now()) }),
      expect: { value: hedy },
    },
    {
      title: "a wrong code, and then a right one",
      given: async (lab) => {
        await challenged(lab);
        const { code } = await lab.call("mfa.verify", challenge, { otp: "000000" });
        if (code !== "invalid_otp") throw new Error(`A wrong code ended as ${code}.`);
      },
      call: (lab) => lab.call("mfa.verify", challenge, { otp: appCode(secret, Date.now()) }),
      expect: { value: hedy },
    },
    {
      title: "a wrong code",
      given: challenged,
      call: (lab) => lab.call("mfa.verify", challenge, { otp: "000000" }),
      expect: { code: "invalid_otp", retryable: false },
    },
    {
      title: "a recovery code",
      given: challenged,
      call: (lab) =>
        lab.call("mfa.verify", challenge, { recoveryCode: "HEDY2LAMARR4RECOVERY6KEY" }),
      // The next recovery code is in the outcome, because the reader has to see it once.
      expect: { value: hedy },
    },
    {
      title: "a challenge that has waited too long",
      given: async (lab) => {
        await challenged(lab);
        lab.tenant.clock.offset(11 * 60_000);
      },
      call: (lab) => lab.call("mfa.verify", challenge, { otp: appCode(secret, Date.now()) }),
      expect: { code: "expired_token" },
    },
    {
      title: "a challenge that no login gave",
      call: (lab) => lab.call("mfa.verify", { type: "mfa", expiresAt: 1 }, { otp: "123456" }),
      expect: { mistake: expect.stringContaining("Pass the challenge of the outcome itself") },
    },
  ],
};
