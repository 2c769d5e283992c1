import type { PasswordlessStartRequest } from "../authentication/passwordless-start.js";
import type { RedirectRequest } from "../engine/engine.js";
import { authError, isAuthError, type AuthError } from "../errors/auth-error.js";
import { normalizeEmail, normalizePhoneNumber } from "../identity/destination.js";
import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import {
  askedFor,
  assertRunnable,
  watchSignOut,
  type FlowContext,
  type TokenParams,
} from "./flow-context.js";
import type { Accepted } from "./outcome.js";
import { redirectRequest } from "./redirect-request.js";

/** What a message may ask for; all of it optional. What is about tokens is for a link: a code's login asks itself. */
export interface PasswordlessMessageParams extends TokenParams, CallOptions {
  /** The reader's language for the message, such as `pt-BR`. */
  readonly language?: string | undefined;
  /** The answer to a challenge, and the `state` that the challenge was made for. A link's answer comes back with it. */
  readonly captcha?: string | undefined;
  readonly captchaState?: string | undefined;
  /** Whether this tab waits for the answer to a code, also after a reload: not for `prove`. True if not given. */
  readonly remember?: boolean | undefined;
  /** Kept for the way back of a link. */
  readonly appState?: AppState | undefined;
  /** Further parameters for the message and the link, in Auth0's spelling; none of ours can be replaced by one. */
  readonly authParams?: Readonly<Record<string, unknown>> | undefined;
}

/** What `passwordless.start` takes: exactly one of e-mail address and phone number. A link needs an address. */
export type PasswordlessStartParams = PasswordlessMessageParams & {
  /** The passwordless connection; `email` or `sms` if not given. */
  readonly connection?: string | undefined;
} & (
    | {
        readonly email: string;
        readonly phoneNumber?: undefined;
        /** A code to type, or a link to open; a code if not given. */
        readonly send?: "code" | "link" | undefined;
      }
    | {
        /** In E.164, such as `+4930901820`; spaces and the like are taken out. */
        readonly phoneNumber: string;
        readonly email?: undefined;
        readonly send?: "code" | undefined;
      }
  );

/** The message is on its way. */
export interface PasswordlessStarted extends Accepted {
  readonly challenge: PasswordlessChallenge;
}

type Message = Omit<PasswordlessChallenge, "type" | "resendAt">;

/** Milliseconds between two messages, unless the tenant asks for more. */
const cooldown = 30_000;

// Beside the challenge and not in it: what an app gave along is not for a screen.
const askedWith = new WeakMap<PasswordlessChallenge, PasswordlessMessageParams>();

/** Sends the message that an app asks for. */
export async function start(
  context: FlowContext,
  params: PasswordlessStartParams,
): Promise<PasswordlessStarted> {
  assertRunnable();
  return send(context, messageOf(params), params);
}

/** Sends a message again, not before its time. */
export async function resend(
  context: FlowContext,
  challenge: PasswordlessChallenge,
  params: PasswordlessMessageParams = {},
): Promise<PasswordlessStarted> {
  assertRunnable();
  assertChallenge(challenge, "resend");
  const resendAt = Math.max(challenge.resendAt, pendingLike(context, challenge)?.resendAt ?? 0);
  const wait = resendAt - Date.now();
  if (wait > 0) throw authError("rate_limited", {}, { retryAfter: wait });
  return send(context, challenge, { ...askedWith.get(challenge), ...params });
}

/** Throws an `Error` for what is none, such as the outcome of a start. */
export function assertChallenge(challenge: PasswordlessChallenge, call: string): void {
  if (challenge?.type === "passwordless") return;
  throw new Error(
    `passwordless.${call} was called without a challenge. Nothing was sent. Pass the challenge of the outcome of start, or passwordless.pending().`,
  );
}

function messageOf(params: PasswordlessStartParams): Message {
  const { email, phoneNumber, connection, send: how = "code" } = params;
  const isMail = typeof email === "string";
  const isPossible = how === "code" || (how === "link" && isMail);
  if (isMail === (typeof phoneNumber === "string") || !isPossible) {
    throw new Error(
      "passwordless.start was called without exactly one of e-mail address and phone number, or for a link to a phone. Nothing was sent. Pass { email }, { email, send: 'link' } or { phoneNumber }.",
    );
  }
  const channel = isMail ? "email" : "sms";
  const destination = isMail ? normalizeEmail(email) : normalizePhoneNumber(phoneNumber ?? "");
  if (!destination) throw authError(isMail ? "invalid_email" : "invalid_phone_number");
  return { connection: connection ?? channel, channel, destination, send: how };
}

/** Sends a message; a second call for the same one, while it is on its way, shares it. */
function send(
  context: FlowContext,
  message: Message,
  params: PasswordlessMessageParams,
): Promise<PasswordlessStarted> {
  const { connection, destination, send: how } = message;
  const key = `message ${JSON.stringify([connection, destination, how])}`;
  return context.singleFlight(key, params, async (signal) => {
    const assertStillWanted = watchSignOut(context);
    try {
      const [request, link] = requestOf(context, message, params);
      await context.engine.passwordlessStart(request, link, { signal });
    } catch (error) {
      throw isAuthError(error, "rate_limited") ? postpone(context, message, error) : error;
    }
    assertStillWanted();
    const challenge = keep(context, message, Date.now() + cooldown, params);
    return { kind: "accepted", destination, challenge };
  });
}

/** The request, and what the answer to its link is held against. */
function requestOf(
  context: FlowContext,
  message: Message,
  params: PasswordlessMessageParams,
): readonly [PasswordlessStartRequest, RedirectRequest | undefined] {
  const { connection, channel, destination, send: how } = message;
  const { language, captcha, captchaState, authParams, appState } = params;
  const to = channel === "email" ? { email: destination } : { phoneNumber: destination };
  const request = { connection, send: how, ...to, language, captcha, captchaState, authParams };
  if (how === "code") return [request, undefined];
  const link = redirectRequest(context, askedFor(context, params), appState);
  // The request has room for one state, so a captcha's is the link's too.
  return [request, { ...link, connection, state: captchaState }];
}

/** Shows the message as the one that is waited for. */
function keep(
  { pendingMessage }: FlowContext,
  { connection, channel, destination, send: how }: Message,
  resendAt: number,
  params: PasswordlessMessageParams,
): PasswordlessChallenge {
  const challenge: PasswordlessChallenge = Object.freeze({
    type: "passwordless",
    connection,
    channel,
    destination,
    send: how,
    resendAt,
  });
  // Not the captcha, which is good once, and not the signal of this call.
  const { language, appState, authParams, audience, scope, organization, remember } = params;
  const asked = { language, appState, authParams, audience, scope, organization, remember };
  askedWith.set(challenge, asked);
  if (remember !== false) pendingMessage.set(challenge);
  return challenge;
}

/** A message that is waited for may be sent again only when the tenant lets it. */
function postpone(
  context: FlowContext,
  message: Message,
  { status, retryAfter = cooldown }: AuthError,
): AuthError {
  const pending = pendingLike(context, message);
  if (pending) keep(context, pending, Date.now() + retryAfter, askedWith.get(pending) ?? {});
  return authError("rate_limited", {}, { ...(status !== undefined && { status }), retryAfter });
}

/** The message that this tab waits for, if it is one such as this. */
export function pendingLike(
  { pendingMessage }: FlowContext,
  { connection, destination, send: how }: Message,
) {
  const pending = pendingMessage.get();
  const isLike =
    pending?.connection === connection &&
    pending.destination === destination &&
    pending.send === how;
  return isLike ? pending : undefined;
}
