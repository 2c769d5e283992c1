import { deviceAnswer } from "../authentication/device-answer.js";
import type { Authenticator } from "../authentication/mfa-answers.js";
import {
  associate,
  challenge as challengeFactor,
  listAuthenticators,
  type MfaAssociateParams,
} from "../authentication/mfa-api.js";
import type { TokenResponse } from "../authentication/token-response.js";
import { typedAnswer, type TypedAnswer } from "../authentication/typed-answer.js";
import { verifyTokens } from "../authentication/verify-tokens.js";
import { authError } from "../errors/auth-error.js";
import type { Factor, MfaChallenge } from "../identity/challenge.js";
import type { CallOptions } from "../transport/deadline.js";
import { forgetSignIn, pendingSignIn, type PendingSignIn } from "./challenged.js";
import { currentSession, watchSignOut, type FlowContext } from "./flow-context.js";
import { keepProof } from "./keep-proof.js";
import { keepSignIn } from "./keep-tokens.js";
import { noteSent, progressOf, untilStopped } from "./mfa-progress.js";
import type { Authenticated } from "./outcome.js";

/** Which factor to enrol. */
export type MfaEnrollParams = CallOptions & MfaAssociateParams;

/** A challenge that was sent to a factor. */
export interface MfaSent {
  readonly factor: Factor;
  /** Whether the answer is a code to type; without one it is given on the device. */
  readonly needsCode: boolean;
}

/** A factor that is about to be enrolled; the first right answer confirms it. Show it once, keep it nowhere. */
export interface MfaEnrollment extends MfaSent {
  /** For an authenticator app: the `otpauth://` address of the QR code, and the same to be typed. */
  readonly barcodeUri?: string;
  readonly secret?: string;
  /** Where this is the first factor: codes that stand in for it, each once. */
  readonly recoveryCodes?: readonly string[];
}

/** The answer to a challenge. Without any, it is the one that the user gives on their device. */
export type MfaVerifyParams = CallOptions &
  (TypedAnswer | { readonly otp?: undefined; readonly recoveryCode?: undefined });

/** Somebody is signed in, with two factors. */
export interface MfaAuthenticated extends Authenticated {
  /** The code that takes the place of the one that was spent. Show it once, keep it nowhere. */
  readonly recoveryCode?: string;
}

/** Second factors of a pending sign-in: Auth0's MFA API. Each call throws `expired_token` when it took too long. */
export interface Mfa {
  /** The factors that the user has: GET /mfa/authenticators. */
  authenticators(challenge: MfaChallenge, options?: CallOptions): Promise<readonly Authenticator[]>;
  /** Begins to enrol a factor: POST /mfa/associate. Throws `access_denied` where there is one already. */
  enroll(challenge: MfaChallenge, params: MfaEnrollParams): Promise<MfaEnrollment>;
  /** Sends a code or a question to a factor: POST /mfa/challenge. To an app and for a recovery code there is none. */
  challenge(
    challenge: MfaChallenge,
    authenticator: Pick<Authenticator, "id" | "factor">,
    options?: CallOptions,
  ): Promise<MfaSent>;
  /**
   * Signs in with the answer: POST /oauth/token, one answer at a time. Without a code it waits until the user has
   * answered on their device; a code that is given meanwhile ends the waiting. Throws `invalid_otp`, after which
   * another answer may be given, or `access_denied` where they said no.
   */
  verify(challenge: MfaChallenge, params: MfaVerifyParams): Promise<MfaAuthenticated>;
}

/** Lists the factors that the user has. */
export async function authenticators(
  context: FlowContext,
  challenge: MfaChallenge,
  options: CallOptions = {},
): Promise<readonly Authenticator[]> {
  return listAuthenticators(context.verification.tenant, signInOf(challenge).mfaToken, options);
}

/** Begins to enrol a factor. */
export async function enroll(
  context: FlowContext,
  challenge: MfaChallenge,
  params: MfaEnrollParams,
): Promise<MfaEnrollment> {
  const { tenant } = context.verification;
  const begun = await associate(tenant, signInOf(challenge).mfaToken, params, params);
  const { type, oobCode, interval, ...shown } = begun;
  const { needsCode } = shown;
  noteSent(challenge, {
    type,
    needsCode,
    ...(oobCode !== undefined && { oobCode }),
    ...(interval !== undefined && { interval }),
  });
  return { factor: params.factor, ...shown };
}

/** Sends a code or a question to a factor. */
export async function challenge(
  context: FlowContext,
  signIn: MfaChallenge,
  { id, factor }: Pick<Authenticator, "id" | "factor">,
  options: CallOptions = {},
): Promise<MfaSent> {
  const { mfaToken } = signInOf(signIn);
  if (factor === "otp" || factor === "recovery-code") {
    noteSent(signIn, undefined);
    return { factor, needsCode: true };
  }
  const asked = { type: "oob", authenticatorId: id } as const;
  const { tenant } = context.verification;
  const sent = await challengeFactor(tenant, mfaToken, asked, options);
  noteSent(signIn, sent);
  return { factor, needsCode: sent.needsCode };
}

/** One answer at a time: the same answer given twice is sent once, another one waits for its turn. */
export async function verify(
  context: FlowContext,
  challenge: MfaChallenge,
  params: MfaVerifyParams,
): Promise<MfaAuthenticated> {
  const { tenant } = context.verification;
  const signIn = signInOf(challenge);
  const state = progressOf(challenge);
  const { sent } = state;
  const { mfaToken } = signIn;
  const finish = sessionMaker(context, challenge, signIn);
  const { otp, recoveryCode } = params;
  const answer = JSON.stringify([sent?.oobCode, otp, recoveryCode]);

  if (otp === undefined && recoveryCode === undefined) {
    const { oobCode, needsCode = true, interval } = sent ?? {};
    if (oobCode === undefined || needsCode) throw nothingToWaitFor();
    const question = { mfaToken, oobCode, interval, expiresAt: challenge.expiresAt };
    const assertStillWanted = watchSignIn(context, signIn);
    return state.once(answer, params, (signal) =>
      finish(signal, () =>
        untilStopped(state, signal, (end) =>
          deviceAnswer(tenant, question, end, assertStillWanted),
        ),
      ),
    );
  }
  state.stopWaiting?.();
  return state.once(answer, params, (signal) =>
    state.turns(() => {
      // The answer before this one was right.
      if (state.isOver) throw authError("aborted");
      return finish(signal, () => typedAnswer(tenant, { mfaToken, sent }, params, { signal }));
    }),
  );
}

/** Gives the way to turn an answer into a session, unless somebody signs out or in meanwhile. */
function sessionMaker(context: FlowContext, challenge: MfaChallenge, signIn: PendingSignIn) {
  const { verification } = context;
  const { asked, subject, hint } = signIn;
  const assertStillWanted = watchSignIn(context, signIn);

  return async (
    signal: AbortSignal,
    grant: () => Promise<TokenResponse>,
  ): Promise<MfaAuthenticated> => {
    verification.keys.preload();
    assertStillWanted();
    const tokens = await grant();
    const expected = { subject, organization: asked.organization, requireHash: false };
    const verified = await verifyTokens(verification, tokens, expected, { signal });
    assertStillWanted();
    progressOf(challenge).isOver = true;
    forgetSignIn(challenge);
    const begin = subject === undefined ? undefined : keepProof;
    const how = { seenSilently: false, signIn: hint, begin };
    const outcome = keepSignIn(context, verified, asked, how);
    const { recoveryCode } = tokens;
    return { ...outcome, ...(recoveryCode !== undefined && { recoveryCode }) };
  };
}

/** Throws `aborted` once somebody has signed out, and where the session has gone over to somebody else. */
function watchSignIn(context: FlowContext, { subject }: PendingSignIn): () => void {
  const assertNoSignOut = watchSignOut(context);
  return () => {
    assertNoSignOut();
    const sub = currentSession(context)?.user.sub;
    if (subject !== undefined && sub !== undefined && sub !== subject) throw authError("aborted");
  };
}

function signInOf(challenge: MfaChallenge): PendingSignIn {
  // Another answer was right a moment before.
  if (progressOf(challenge).isOver) throw authError("aborted");
  const signIn = pendingSignIn(challenge);
  if (Date.now() >= challenge.expiresAt) throw authError("expired_token");
  return signIn;
}

function nothingToWaitFor(): Error {
  return new Error(
    "verify was called without a code, and no device was asked that could answer instead. Nothing was sent. Pass { otp } or { recoveryCode }, or call challenge for a push factor first.",
  );
}
