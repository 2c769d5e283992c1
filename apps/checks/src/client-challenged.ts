import type { AuthConfig, Factor } from "@portico/core";
import { expect } from "vitest";
import { openPage } from "./client-page.js";

/** What Hedy's authenticator app and her sheet of paper hold. */
export const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
export const recoveryCode = "HEDY2LAMARR4RECOVERY6KEY";

/** Users with a second factor each, and one who still has to enrol one. */
export const hedy = { email: "hedy@example.com", password: "Frequency-Hopping-1942" };
export const byPhone = { email: "phone@example.com", password: "Second-by-phone-1" };
export const byMail = { email: "mail@example.com", password: "Second-by-mail-1" };
/** An app and a phone. */
export const byBoth = { email: "both@example.com", password: "Second-by-both-1" };
export const newcomer = { email: "new@example.com", password: "Second-to-come-1" };

export const aborted = { name: "AuthError", code: "aborted", details: {} };
export const wrongCode = { name: "AuthError", code: "invalid_otp", details: {}, status: 403 };
export const mfaToken = expect.stringMatching(/./) as string;

/** How a login with both factors ends. */
export const inAs = ({ email }: { readonly email: string }) => ({
  kind: "authenticated",
  session: expect.objectContaining({ user: expect.objectContaining({ email }) }) as object,
});

/** The `grant_type` of one of Auth0's own. */
export const grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;

/** A page whose login waits for a second factor. */
export async function openChallenged(who = hedy, config: Partial<AuthConfig> = {}) {
  const page = await openPage({ rememberLastSignIn: true, ...config });
  const { client, browser, tenant } = page;
  await tenant.seed({
    clients: [],
    users: [
      { ...byPhone, mfa: { phoneNumber: "+15551234567" } },
      { ...byMail, mfa: { email: "second@example.com" } },
      {
        ...byBoth,
        mfa: { totpSecret, phoneNumber: "+15551230188" },
      },
      { ...newcomer, mfaRequired: true },
    ],
  });
  const outcome = await client.login({ ...who, via: "password-realm" });
  if (outcome.kind !== "challenge") throw new Error("The login was to be challenged.");
  tenant.clearRequests();
  const { challenge, error } = outcome;
  return {
    ...page,
    challenge,
    error,
    /** What the tenant was told as an answer last. */
    answered: () => browser.said("/oauth/token").at(-1),
    /** A factor, as the tenant names it. */
    idOf: async (factor: Factor) => {
      const all = await client.mfa.authenticators(challenge);
      return { factor, id: all.find((one) => one.factor === factor)?.id ?? "" };
    },
  };
}
