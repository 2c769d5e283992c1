import { authError } from "../errors/auth-error.js";
import type { Mfa } from "../flows/mfa.js";
import type { Authenticated } from "../flows/outcome.js";
import type { Passwordless } from "../flows/passwordless.js";
import type { PasswordlessStarted } from "../flows/passwordless-message.js";
import type { MfaChallenge } from "../identity/challenge.js";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import { provenIdentity } from "../identity/proven-identity.js";
import type { User } from "../identity/user.js";
import { fakeUser } from "./fake-user.js";

/** A second factor that is due: an authenticator app or a text message. */
export const fakeChallenge: MfaChallenge = Object.freeze({
  type: "mfa",
  expiresAt: Number.MAX_SAFE_INTEGER,
  challenge: Object.freeze(["otp", "sms"] as const),
});

type SignIn = (user: User) => Authenticated;

/** Passwordless login that remembers what it sent, as the client's own does in its tab. */
export function fakePasswordless(signIn: SignIn): Passwordless {
  let pending: PasswordlessChallenge | undefined;
  const forProof = new WeakSet<PasswordlessChallenge>();

  return {
    start: async ({ email, phoneNumber, connection, send = "code", remember }) => {
      const channel = email === undefined ? "sms" : "email";
      const destination = email ?? phoneNumber ?? "";
      return sent({ connection: connection ?? channel, channel, destination, send }, remember);
    },
    resend: async (challenge) => {
      const { resendAt, ...message } = challenge;
      if (resendAt > Date.now()) {
        throw authError("rate_limited", {}, { retryAfter: resendAt - Date.now() });
      }
      return sent(message, !forProof.has(challenge));
    },
    verify: async ({ channel, destination }) => {
      pending = undefined;
      const { sub } = fakeUser;
      return signIn(channel === "email" ? { ...fakeUser, email: destination } : { sub });
    },
    prove: async ({ channel, destination }) => {
      const user =
        channel === "email" ? { sub: "email|ada", email: destination } : { sub: "sms|ada" };
      return provenIdentity(user, Date.now(), { idToken: "fake-id-token", isByCode: true });
    },
    pending: () => pending,
    forget: () => {
      pending = undefined;
    },
  };

  function sent(
    message: Omit<PasswordlessChallenge, "type" | "resendAt">,
    remember = true,
  ): PasswordlessStarted {
    const resendAt = Date.now() + 30_000;
    const challenge = Object.freeze({ ...message, type: "passwordless", resendAt } as const);
    if (remember) pending = challenge;
    else forProof.add(challenge);
    return { kind: "accepted", destination: message.destination, challenge };
  }
}

/** Second factors of a user who has an authenticator app and a phone; every answer is right. */
export function fakeMfa(signIn: SignIn): Mfa {
  return {
    authenticators: async () => [
      { id: "totp|fake", factor: "otp", active: true },
      { id: "sms|fake", factor: "sms", active: true, name: "XXXXXXXX4567" },
    ],
    enroll: async (_challenge, { factor }) => ({
      factor,
      needsCode: factor !== "push",
      ...(factor === "otp" && {
        barcodeUri: "otpauth://totp/fake:ada?secret=FAKESECRET",
        secret: "FAKESECRET",
        recoveryCodes: ["FAKE-RECOVERY-CODE"],
      }),
    }),
    challenge: async (_challenge, { factor }) => ({ factor, needsCode: factor !== "push" }),
    verify: async () => signIn(fakeUser),
  };
}
