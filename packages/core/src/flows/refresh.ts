import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import type { AskedFor } from "../session/asked-for.js";
import { askedForOf } from "../session/asked-for-of.js";
import { currentSession, type FlowContext } from "./flow-context.js";

/**
 * New tokens for the refresh token of the session. Undefined where there is none, or none for this audience and
 * organization: it stays with those of the sign-in, and the tenant would answer with a token for them. It takes no
 * signal: a request that is given up half-way may have spent the token without bringing the next one.
 */
export function refresh(
  context: FlowContext,
  asked: AskedFor,
): Promise<VerifiedTokens | undefined> {
  const { session, engine, refreshTurns } = context;
  const { epoch } = session;
  return refreshTurns(async () => {
    const refreshToken = session.tokens?.refreshToken;
    const current = currentSession(context);
    if (session.epoch !== epoch) throw authError("aborted");
    if (!session.tokens || !refreshToken || !current) return undefined;
    const own = askedForOf(session.tokens.key);
    if (own.audience !== (asked.audience || undefined)) return undefined;
    if (own.organization !== (asked.organization || undefined)) return undefined;
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
