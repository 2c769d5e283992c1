import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import type { AskedFor } from "../session/asked-for.js";
import { currentSession, type FlowContext } from "./flow-context.js";

/**
 * New tokens for the refresh token of the session. Undefined where there is no refresh token, or none that is still good for this audience: it stays with the one of
 * the sign-in, and the tenant would answer with a token for that. It takes no signal: a request that is given up
 * half-way may have spent the token without bringing the next one.
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
