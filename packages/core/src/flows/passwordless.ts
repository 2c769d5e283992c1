import { authError } from "../errors/auth-error.js";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import { provenIdentity, type ProvenIdentity } from "../identity/proven-identity.js";
import { userFromClaims } from "../identity/user.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { createTurns, type Turns } from "../transport/turns.js";
import { databaseLogin } from "./database-login.js";
import {
  askedFor,
  assertRunnable,
  currentSession,
  type FlowContext,
  type TokenParams,
} from "./flow-context.js";
import type { LoginOutcome } from "./outcome.js";
import {
  assertChallenge,
  pendingLike,
  type PasswordlessMessageParams,
  type PasswordlessStarted,
  type PasswordlessStartParams,
} from "./passwordless-message.js";

export { resend, start } from "./passwordless-message.js";

/** What `passwordless.verify` takes. */
export interface PasswordlessVerifyParams extends TokenParams, CallOptions {
  /** The digits of the message. */
  readonly otp: string;
  /** How the login travels; `in-page` if not given. */
  readonly via?: "in-page" | "redirect" | "otp-grant" | undefined;
  /** Kept for the way back; only a login by redirect has one. */
  readonly appState?: AppState | undefined;
}

/** What `passwordless.prove` takes. */
export interface PasswordlessProofParams extends CallOptions {
  /** The digits of the message. */
  readonly otp: string;
  /** The organization to sign in to, if another than the configuration's. */
  readonly organization?: string | undefined;
}

/** Login without a password: a code or a link by e-mail, a code by text message. */
export interface Passwordless {
  /** Sends a message: POST /passwordless/start. Throws `invalid_email`, `invalid_phone_number`, `rate_limited`. */
  start(params: PasswordlessStartParams): Promise<PasswordlessStarted>;
  /**
   * Sends it again, as it was asked for unless `params` say otherwise; after a reload only they do. Throws
   * `rate_limited`, without a request, before `resendAt`.
   */
  resend(
    challenge: PasswordlessChallenge,
    params?: PasswordlessMessageParams,
  ): Promise<PasswordlessStarted>;
  /** Signs in with the code: POST /co/authenticate, or POST /oauth/token for `otp-grant`. Throws `invalid_otp`. */
  verify(challenge: PasswordlessChallenge, params: PasswordlessVerifyParams): Promise<LoginOutcome>;
  /**
   * Proves another account by the code instead, for `linkIdentity`, and leaves every session as it is: POST /oauth/token.
   * Start with `remember: false`. Throws `invalid_otp`.
   */
  prove(challenge: PasswordlessChallenge, params: PasswordlessProofParams): Promise<ProvenIdentity>;
  /** The message that this tab still waits for an answer to, also after a reload. */
  pending(): PasswordlessChallenge | undefined;
  /** Stops waiting for it. */
  forget(): void;
}

// What comes second finds out whether the first has signed somebody in.
const turnsOf = new WeakMap<FlowContext, Turns>();

const ways = {
  "in-page": "in-page",
  redirect: "redirect",
  "otp-grant": "password-realm",
} as const;

/** One code after the other; the same code, given twice at the same time, is sent once. */
export async function verify(
  context: FlowContext,
  challenge: PasswordlessChallenge,
  params: PasswordlessVerifyParams,
): Promise<LoginOutcome> {
  assertRunnable();
  assertChallenge(challenge, "verify");
  const { via = "in-page", appState, signal } = params;
  if (typeof params.otp !== "string" || !Object.hasOwn(ways, via)) {
    throw new Error(
      "passwordless.verify was called without a code or with an unknown way. Nothing was sent. Pass { otp } and, as via, in-page, redirect or otp-grant.",
    );
  }
  const otp = params.otp.trim();
  if (!otp) throw authError("invalid_otp");
  const { connection: realm, destination: username } = challenge;
  const asked = askedFor(context, params);
  const { singleFlight, session, pendingMessage } = context;
  const { epoch } = session;
  const key = `otp ${JSON.stringify([realm, username, otp, via, asked])}`;
  return singleFlight(key, { signal }, (shared) =>
    turns(context)(async () => {
      if (session.epoch !== epoch) throw authError("aborted");
      const how = { via: ways[via], appState, signal: shared };
      const outcome = await databaseLogin(context, { username, otp, realm }, asked, how);
      pendingMessage.clear();
      return outcome;
    }),
  );
}

/**
 * Proves another account by the code that it was sent, and leaves every session as it is: POST /oauth/token, once for a
 * code given twice at the same time. Throws `invalid_otp`, and `mfa_required` where the account asks for more.
 */
export async function prove(
  context: FlowContext,
  challenge: PasswordlessChallenge,
  params: PasswordlessProofParams,
): Promise<ProvenIdentity> {
  assertRunnable();
  assertChallenge(challenge, "prove");
  if (typeof params.otp !== "string") {
    throw new Error(
      "passwordless.prove was called without a code. Nothing was sent. Pass { otp }, the digits of the message.",
    );
  }
  const otp = params.otp.trim();
  if (!otp) throw authError("invalid_otp");
  const { organization, signal } = params;
  const { connection: realm, destination: username } = challenge;
  const madeFor = currentSession(context)?.user.sub;
  const scope = "openid profile email";
  const asked = { ...askedFor(context, { organization, scope }), audience: undefined };
  const key = `proof ${JSON.stringify([realm, username, otp, madeFor, asked])}`;
  return context.singleFlight(key, { signal }, async (shared) => {
    const credentials = { username, otp, realm };
    const tokens = await context.engine.loginByGrant(credentials, asked, { signal: shared });
    if (pendingLike(context, challenge)) context.pendingMessage.clear();
    const { claims, idToken } = tokens;
    return provenIdentity(userFromClaims(claims), claims.iat * 1000, {
      idToken,
      madeFor,
      isByCode: true,
    });
  });
}

function turns(context: FlowContext): Turns {
  const known = turnsOf.get(context) ?? createTurns();
  turnsOf.set(context, known);
  return known;
}
