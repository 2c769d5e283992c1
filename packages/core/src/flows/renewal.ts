import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import type { Session } from "../session/session.js";
import {
  accessTokenKey,
  sessionFromTokens,
  type AskedFor,
} from "../session/session-from-tokens.js";
import type { AccessToken } from "../session/session-store.js";
import type { CallOptions } from "../transport/deadline.js";
import { beginSession, currentSession, type FlowContext } from "./flow-context.js";

/**
 * Asks the tenant who is signed in and follows the answer: the session goes on, begins, or ends. One request
 * at a time for each audience and scope. Throws `login_required` and its like, or why it could not ask.
 */
export function checkTenantSession(
  context: FlowContext,
  asked: AskedFor,
  options: CallOptions,
): Promise<Session> {
  return renewOnce(context, "session", asked, options, async (signal) => {
    const tokens = await silentLogin(context, asked, signal);
    return () => {
      const known = currentSession(context);
      if (!known) return beginSession(context, tokens, asked, true);
      keepTokens(context, tokens, asked, true);
      return currentSession(context) ?? known;
    };
  });
}

/** An access token that lasts another `minimum` milliseconds at least, renewed if need be. */
export async function validAccessToken(
  context: FlowContext,
  asked: AskedFor,
  options: CallOptions & { readonly minimum: number },
): Promise<string> {
  if (!currentSession(context)) throw authError("login_required");
  const key = accessTokenKey(asked);
  const known = context.session.accessToken(key);
  if (known && known.expiresAt - Date.now() > options.minimum) return known.value;
  return renewOnce(context, "token", asked, options, async (signal) => {
    const byRefreshToken = await refresh(context, asked);
    const tokens = byRefreshToken ?? (await silentLogin(context, asked, signal));
    return () => {
      const seenSilently = !byRefreshToken || context.session.tokens?.seenSilently === true;
      keepTokens(context, tokens, asked, seenSilently);
      return tokens.accessToken;
    };
  });
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
      if (session.epoch === epoch) endIfGone(context, error);
      throw error;
    }
  });
}

function silentLogin(
  context: FlowContext,
  asked: AskedFor,
  signal: AbortSignal,
): Promise<VerifiedTokens> {
  const subject = currentSession(context)?.user.sub;
  return context.engine.silentLogin({ ...asked, subject }, { signal });
}

/**
 * Undefined where there is no refresh token, or none that is still good for this audience: it stays with the one of
 * the sign-in, and the tenant would answer with a token for that. It takes no signal: a request that is given up
 * half-way may have spent the token without bringing the next one.
 */
function refresh(context: FlowContext, asked: AskedFor): Promise<VerifiedTokens | undefined> {
  const { session, engine, refreshTurns } = context;
  const { epoch } = session;
  return refreshTurns(async () => {
    const refreshToken = session.tokens?.refreshToken;
    const current = currentSession(context);
    if (session.epoch !== epoch) throw authError("aborted");
    if (!refreshToken || !current) return undefined;
    if ((current.audience ?? "") !== (asked.audience ?? "")) return undefined;
    try {
      const subject = current.user.sub;
      const tokens = await engine.refresh(refreshToken, { ...asked, subject }, {});
      if (session.epoch !== epoch) throw authError("aborted");
      session.updateTokens({ refreshToken: tokens.refreshToken });
      return tokens;
    } catch (error) {
      // A spent refresh token is not the end while the tenant's session may still be there.
      if (!isAuthError(error, "invalid_grant") || session.epoch !== epoch) throw error;
      session.updateTokens({ refreshToken: undefined });
      return undefined;
    }
  });
}

function keepTokens(
  context: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  seenSilently: boolean,
): void {
  const { session } = context;
  const key = accessTokenKey(asked);
  if (session.tokens?.key === key) {
    renewSession(context, tokens, asked, seenSilently);
    return;
  }
  // A token for another API: who is signed in, and until when, stays as it is.
  session.updateTokens({ seenSilently });
  session.addAccessToken(key, accessTokenOf(tokens));
}

function renewSession(
  { session }: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  seenSilently: boolean,
): void {
  const { idToken } = tokens;
  const refreshToken = tokens.refreshToken ?? session.tokens?.refreshToken;
  const known = { ...tokens, ...(refreshToken && { refreshToken }) };
  session.renew(
    sessionFromTokens(known, asked, Date.now()),
    { idToken, refreshToken, seenSilently, key: accessTokenKey(asked) },
    accessTokenOf(tokens),
  );
}

function accessTokenOf({ accessToken, expiresIn }: VerifiedTokens): AccessToken {
  return { value: accessToken, expiresAt: Date.now() + expiresIn * 1000 };
}

/** Ends the session when the answer proves that it is over; a failure to ask proves nothing. */
function endIfGone(context: FlowContext, error: unknown): void {
  const { session } = context;
  const current = currentSession(context);
  if (isAuthError(error, "user_changed")) return session.end("user_changed");
  if (!isAuthError(error) || !nobodyIsSeen.has(error.code)) return;
  if (!current) {
    if (session.get().status === "starting") session.end();
    return;
  }
  // The others concern the API that was asked for: the session goes on without it.
  if (error.code !== "login_required") return;
  // Where cookies are blocked the iframe never sees a session, so its absence proves nothing by itself.
  if (session.tokens?.seenSilently) session.end("signed_out_elsewhere");
  else if (!session.tokens?.refreshToken && current.expiresAt <= Date.now()) session.end("expired");
}

/** The codes by which the tenant says that it would have to ask first: nobody can be signed in unseen. */
export const nobodyIsSeen: ReadonlySet<string> = new Set([
  "login_required",
  "consent_required",
  "interaction_required",
  "mfa_required",
]);
