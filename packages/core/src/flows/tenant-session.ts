import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { SilentRequest } from "../engine/engine.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import { isSilentRefusal } from "../errors/silent-refusals.js";
import { accessTokenKey, type AskedFor } from "../session/asked-for.js";
import type { Session } from "../session/session.js";
import type { RenewalQuestion } from "../session/shared-renewal.js";
import type { CallOptions } from "../transport/deadline.js";
import { currentSession, type FlowContext } from "./flow-context.js";

/**
 * Asks the tenant who is signed in and follows the answer: the session goes on, begins, or ends. One request
 * at a time for each audience and scope, in all tabs. Throws `login_required` and its like, or why it could not ask.
 */
export function checkTenantSession(
  context: FlowContext,
  asked: AskedFor,
  options: CallOptions,
): Promise<Session> {
  return renewOnce(context, "session", asked, options, async (signal) => {
    const { tokens } = await context.shareRenewal(
      questionOf(context, asked, true),
      { signal },
      async () => ({ tokens: await silentLogin(context, asked, signal), silent: true }),
    );
    const { keepAnswer } = await context.following();
    return () => keepAnswer(context, tokens, asked);
  });
}

/** What other tabs may have just found out. */
export function questionOf(
  context: FlowContext,
  asked: AskedFor,
  onlySilent: boolean,
): RenewalQuestion {
  const subject = currentSession(context)?.user.sub;
  return { key: accessTokenKey(asked), onlySilent, subject, organization: asked.organization };
}

/**
 * Runs one renewal at a time and ends a session that the tenant no longer knows. `work` gives the way to keep its
 * result, which is taken only if nobody has signed in or out meanwhile: such an answer speaks of the past.
 */
export function renewOnce<T>(
  context: FlowContext,
  kind: string,
  asked: AskedFor,
  options: CallOptions,
  work: (signal: AbortSignal) => Promise<() => T>,
): Promise<T> {
  const { session, singleFlight } = context;
  const { epoch } = session;
  const assertPresent = () => {
    if (session.epoch !== epoch) throw authError("aborted");
  };
  return singleFlight(`${kind} ${epoch} ${accessTokenKey(asked)}`, options, async (signal) => {
    try {
      const keep = await work(signal);
      assertPresent();
      return keep();
    } catch (error) {
      assertPresent();
      // A refusal of details of its own says nothing about the session.
      const isPlain = kind === "session" || kind === "token";
      if (isPlain && currentSession(context)) {
        const { endIfGone } = await context.following();
        assertPresent();
        endIfGone(context, asked, error);
      }
      const isStarting = session.get().status === "starting";
      if (isPlain && isStarting && isAuthError(error) && isSilentRefusal(error.code)) session.end();
      throw error;
    }
  });
}

/** Asks in a hidden iframe, about the user of the session if there is one. */
export function silentLogin(
  context: FlowContext,
  asked: SilentRequest,
  signal: AbortSignal,
): Promise<VerifiedTokens> {
  const subject = currentSession(context)?.user.sub;
  return context.engine.silentLogin({ ...asked, subject }, { signal });
}
