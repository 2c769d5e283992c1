import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import { isSilentRefusal } from "../errors/silent-refusals.js";
import type { Session } from "../session/session.js";
import { accessTokenKey, type AskedFor } from "../session/asked-for.js";
import type { RenewalQuestion } from "../session/shared-renewal.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import { currentSession, sessionAskedFor, watchSignOut, type FlowContext } from "./flow-context.js";

/** What a look at the tenant may ask for besides; such a look is shared with nobody and ends no session. */
export interface SilentDetails {
  /** A nonce of one's own in the place of a random one. */
  readonly nonce?: string | undefined;
  /** Seconds since the user last signed in that the tenant may allow at most. */
  readonly maxAge?: number | undefined;
  /** Further parameters of GET /authorize. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/**
 * Asks the tenant who is signed in and follows the answer: the session goes on, begins, or ends. One request
 * at a time for each audience and scope, in all tabs. Throws `login_required` and its like, or why it could not ask.
 */
export function checkTenantSession(
  context: FlowContext,
  asked: AskedFor,
  options: CallOptions,
  details?: SilentDetails,
): Promise<Session> {
  const kind = details ? `session ${JSON.stringify(details)}` : "session";
  return renewOnce(context, kind, asked, options, async (signal) => {
    const work = async () => ({
      tokens: await silentLogin(context, { ...asked, ...details }, signal),
      silent: true,
    });
    const question = questionOf(context, asked, true);
    const { tokens } = await (details ? work() : context.shareRenewal(question, { signal }, work));
    const { beginSession, keepTokens } = await keeping();
    return () => {
      const known = currentSession(context);
      if (!known) return beginSession(context, tokens, asked, true);
      keepTokens(context, tokens, asked, true);
      // The tenant's session is this user's after all.
      context.session.updateTokens({ isProvenElsewhere: false });
      return currentSession(context) ?? known;
    };
  });
}

/** As `checkTenantSession`, and goes over to another user where the tenant's session did. */
export async function followTenantSession(
  context: FlowContext,
  options: CallOptions,
): Promise<Session> {
  const look = () => checkTenantSession(context, sessionAskedFor(context, {}), options);
  const assertStillWanted = watchSignOut(context);
  try {
    return await look();
  } catch (error) {
    if (!isAuthError(error, "user_changed") || currentSession(context)) throw error;
    assertStillWanted();
    return look();
  }
}

/** An access token that lasts another `minimum` milliseconds at least, renewed if need be. */
export async function validAccessToken(
  context: FlowContext,
  asked: AskedFor,
  options: CallOptions & { readonly minimum: number },
): Promise<string> {
  if (!currentSession(context)) throw authError("login_required");
  const known = context.session.accessToken(accessTokenKey(asked));
  if (known && known.expiresAt - Date.now() > options.minimum) return known.value;
  return renewOnce(context, "token", asked, options, async (signal) => {
    const question = questionOf(context, asked, false);
    const { tokens, silent } = await context.shareRenewal(question, { signal }, async () => {
      const byRefreshToken = await refreshed(context, asked);
      const renewed = byRefreshToken ?? (await silentLogin(context, asked, signal));
      return { tokens: renewed, silent: !byRefreshToken };
    });
    const { keepTokens } = await keeping();
    return () => {
      const seenSilently = silent || context.session.tokens?.seenSilently === true;
      keepTokens(context, tokens, asked, seenSilently);
      return tokens.accessToken;
    };
  });
}

/** Only where there are tokens is there something to keep. */
const keeping = () => load(() => import("./keep-tokens.js"));

function questionOf(context: FlowContext, asked: AskedFor, onlySilent: boolean): RenewalQuestion {
  const subject = currentSession(context)?.user.sub;
  return { key: accessTokenKey(asked), onlySilent, subject, organization: asked.organization };
}

/**
 * Runs one renewal at a time and ends a session that the tenant no longer knows. `work` gives the way to keep its
 * result, which is taken only if nobody has signed in or out meanwhile: such an answer speaks of the past.
 */
function renewOnce<T>(
  context: FlowContext,
  kind: string,
  asked: AskedFor,
  options: CallOptions,
  work: (signal: AbortSignal) => Promise<() => T>,
): Promise<T> {
  const { session, singleFlight } = context;
  const { epoch } = session;
  const key = `${kind} ${epoch} ${accessTokenKey(asked)}`;
  return singleFlight(key, options, async (signal) => {
    try {
      const keep = await work(signal);
      if (session.epoch !== epoch) throw authError("aborted");
      return keep();
    } catch (error) {
      // A refusal of details of its own says nothing about the session.
      const isPlain = kind === "session" || kind === "token";
      // Somebody has signed in or out meanwhile: the refusal speaks of the past.
      if (session.epoch !== epoch) throw authError("aborted");
      if (isPlain) endIfGone(context, asked, error);
      throw error;
    }
  });
}

function silentLogin(
  context: FlowContext,
  asked: AskedFor & SilentDetails,
  signal: AbortSignal,
): Promise<VerifiedTokens> {
  const subject = currentSession(context)?.user.sub;
  return context.engine.silentLogin({ ...asked, subject }, { signal });
}

/** Undefined where there is no refresh token; the code for one is fetched as soon as there is. */
async function refreshed(
  context: FlowContext,
  asked: AskedFor,
): Promise<VerifiedTokens | undefined> {
  if (!context.session.tokens?.refreshToken) return undefined;
  const { refresh } = await load(() => import("./refresh.js"));
  return refresh(context, asked);
}

/** Ends the session when the answer proves that it is over; a failure to ask proves nothing. */
function endIfGone(context: FlowContext, asked: AskedFor, error: unknown): void {
  const { session } = context;
  const current = currentSession(context);
  if (isAuthError(error, "user_changed")) {
    if (!session.tokens?.isProvenElsewhere) session.end("user_changed");
    return;
  }
  if (!isAuthError(error) || !isSilentRefusal(error.code)) return;
  if (!current) {
    if (session.get().status === "starting") session.end();
    return;
  }
  const { tokens } = session;
  const isUnknown = error.code === "login_required";
  // The others concern the API that was asked for: if it is not the session's own, that goes on without it.
  if (!isUnknown && tokens?.key !== accessTokenKey(asked)) return;
  if (!tokens?.refreshToken && current.expiresAt <= Date.now()) session.end("expired");
  // Where cookies are blocked the iframe never sees a session, so its absence proves nothing by itself.
  else if (isUnknown && tokens?.seenSilently) session.end("signed_out_elsewhere");
}
