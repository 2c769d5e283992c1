import { authError } from "../errors/auth-error.js";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { createTurns, type Turns } from "../transport/turns.js";
import { databaseLogin } from "./database-login.js";
import { askedFor, assertRunnable, type FlowContext, type TokenParams } from "./flow-context.js";
import type { LoginOutcome } from "./outcome.js";
import {
  assertChallenge,
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

function turns(context: FlowContext): Turns {
  const known = turnsOf.get(context) ?? createTurns();
  turnsOf.set(context, known);
  return known;
}
