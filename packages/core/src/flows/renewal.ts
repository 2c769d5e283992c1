import { authError, isAuthError } from "../errors/auth-error.js";
import type { AskedFor } from "../session/asked-for.js";
import { heldAccessToken } from "../session/held-access-token.js";
import type { Session } from "../session/session.js";
import type { CallOptions } from "../transport/deadline.js";
import { currentSession, watchSignOut, type FlowContext } from "./flow-context.js";
import { keepTokens } from "./keep-tokens.js";
import { refresh } from "./refresh.js";
import { checkTenantSession, questionOf, renewOnce, silentLogin } from "./tenant-session.js";
import { sessionAskedFor } from "./session-asked-for.js";

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
  const known = heldAccessToken(context.session, asked, options.minimum);
  if (known) return known.value;
  return renewOnce(context, "token", asked, options, async (signal) => {
    const question = questionOf(context, asked, false);
    const { tokens, silent } = await context.shareRenewal(question, { signal }, async () => {
      const hasOne = context.session.tokens?.refreshToken !== undefined;
      const byRefreshToken = hasOne ? await refresh(context, asked) : undefined;
      const renewed = byRefreshToken ?? (await silentLogin(context, asked, signal));
      return { tokens: renewed, silent: !byRefreshToken };
    });
    return () => {
      const seenSilently = silent || context.session.tokens?.seenSilently === true;
      keepTokens(context, tokens, asked, seenSilently);
      return tokens.accessToken;
    };
  });
}
