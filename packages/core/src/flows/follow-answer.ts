import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { isAuthError } from "../errors/auth-error.js";
import { isSilentRefusal } from "../errors/silent-refusals.js";
import { accessTokenKey, type AskedFor } from "../session/asked-for.js";
import type { Session } from "../session/session.js";
import { currentSession, type FlowContext } from "./flow-context.js";
import { beginSession, keepTokens } from "./keep-tokens.js";

/** Takes the tokens of whom the tenant knows. */
export function keepAnswer(context: FlowContext, tokens: VerifiedTokens, asked: AskedFor): Session {
  const known = currentSession(context);
  if (!known) return beginSession(context, tokens, asked, true);
  keepTokens(context, tokens, asked, true);
  // The tenant's session is this user's after all.
  context.session.updateTokens({ isProvenElsewhere: false });
  return currentSession(context) ?? known;
}

/** Looks at why the tenant gave none. */
export function endIfGone(context: FlowContext, asked: AskedFor, error: unknown): void {
  const { session } = context;
  const { tokens } = session;
  const current = currentSession(context);
  if (isAuthError(error, "user_changed")) {
    if (!tokens?.isProvenElsewhere) session.end("user_changed");
    return;
  }
  if (!isAuthError(error) || !isSilentRefusal(error.code) || !current) return;
  const isUnknown = error.code === "login_required";
  // The others concern the API that was asked for: if it is not the session's own, that goes on without it.
  if (!isUnknown && tokens?.key !== accessTokenKey(asked)) return;
  if (!tokens?.refreshToken && current.expiresAt <= Date.now()) session.end("expired");
  // Where cookies are blocked the iframe never sees a session, so its absence proves nothing by itself.
  else if (isUnknown && tokens?.seenSilently) session.end("signed_out_elsewhere");
}
