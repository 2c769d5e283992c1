import { mfaGrantOf } from "../authentication/mfa-grant.js";
import type { AuthError } from "../errors/auth-error.js";
import type { MfaChallenge } from "../identity/challenge.js";
import type { SignInHint } from "../session/last-sign-in.js";
import type { AskedFor } from "../session/asked-for.js";
import type { Challenged } from "./outcome.js";

/** A sign-in that waits for a second factor. */
export interface PendingSignIn {
  readonly mfaToken: string;
  readonly asked: AskedFor;
  /** The user that has to come out of it, where one is asked to prove themselves again. */
  readonly subject: string | undefined;
  /** What is remembered of it once it has led to a session. */
  readonly hint: SignInHint | undefined;
}

const lifetime = 600_000;

// Beside the challenge and not in it: challenges stand in React state and on screens, tokens must not.
const pending = new WeakMap<MfaChallenge, PendingSignIn>();

/** The outcome of a sign-in that was refused because a second factor is due. Throws the refusal if it cannot be answered. */
export function challengeOf(
  error: AuthError<"mfa_required">,
  asked: AskedFor & { readonly subject?: string | undefined },
  hint?: SignInHint,
): Challenged {
  const grant = mfaGrantOf(error);
  if (!grant) throw error;
  const { mfaToken, challenge, enroll } = grant;
  const shown: MfaChallenge = Object.freeze({
    type: "mfa",
    expiresAt: Date.now() + lifetime,
    ...(challenge && { challenge }),
    ...(enroll && { enroll }),
  });
  pending.set(shown, { mfaToken, asked, subject: asked.subject, hint });
  return { kind: "challenge", challenge: shown, error };
}

/** The sign-in behind a challenge. Throws an `Error` for an object that no sign-in gave. */
export function pendingSignIn(challenge: MfaChallenge): PendingSignIn {
  const found = pending.get(challenge);
  if (found) return found;
  throw new Error(
    "A second factor was given for a challenge that no sign-in of this page asked for. Nothing was sent. Pass the challenge of the outcome itself, not a copy.",
  );
}

/** Drops a sign-in that has led to a session: its token is spent. */
export function forgetSignIn(challenge: MfaChallenge): void {
  pending.delete(challenge);
}
