import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { accessTokenKey, type AskedFor } from "../session/asked-for.js";
import { askedForOf } from "../session/asked-for-of.js";
import { accessTokenOf, sessionFromTokens } from "../session/session-from-tokens.js";
import type { Session } from "../session/session.js";
import { currentSession, type FlowContext } from "./flow-context.js";
import { beginSession } from "./keep-tokens.js";

/**
 * Takes a fresh proof of the session's user. One for another API renews who is signed in: the session's own access and
 * refresh token stay, and the new access token is kept beside them. Any other begins the session anew.
 */
export function keepProof(
  context: FlowContext,
  tokens: VerifiedTokens,
  asked: AskedFor,
  seenSilently: boolean,
): Session {
  const { session } = context;
  const held = session.tokens;
  const current = currentSession(context);
  const own = held && session.accessTokens.get(held.key);
  const now = Date.now();
  const { user, organization, audience, authenticatedAt } = sessionFromTokens(tokens, asked, now);
  const isBeside =
    user.sub === current?.user.sub &&
    organization === current.organization &&
    audience !== current.audience;
  if (!isBeside || !own) return beginSession(context, tokens, asked, seenSilently);
  // One organization goes by its id and by its name; the session's calls give the one that its sign-in gave.
  const key = accessTokenKey({ ...asked, organization: askedForOf(held.key).organization });
  session.addAccessToken(key, accessTokenOf(tokens, now));
  return session.renew(
    { ...current, user, ...(authenticatedAt !== undefined && { authenticatedAt }) },
    {
      ...held,
      idToken: tokens.idToken,
      seenSilently: held.seenSilently || seenSilently,
      isProvenElsewhere: false,
    },
    own,
  );
}
