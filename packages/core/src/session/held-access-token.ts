import { accessTokenKey, type AskedFor } from "./asked-for.js";
import { askedForOf } from "./asked-for-of.js";
import type { AccessToken, SessionStore } from "./session-store.js";

/**
 * A kept access token that lasts another `minimum` milliseconds: the one that was asked for, else one that reaches
 * further at the same API. The session's own has no substitute, because the session ends with it.
 */
export function heldAccessToken(
  { accessTokens, tokens }: SessionStore,
  asked: AskedFor,
  minimum: number,
): AccessToken | undefined {
  const key = accessTokenKey(asked);
  const lasts = ({ expiresAt }: AccessToken) => expiresAt - Date.now() > minimum;
  const exact = accessTokens.get(key);
  if (exact && lasts(exact)) return exact;
  if (key === tokens?.key) return undefined;
  return [...accessTokens].find(
    ([known, token]) => lasts(token) && reachesTo(asked, known, token),
  )?.[1];
}

function reachesTo(asked: AskedFor, known: string, { scope: granted }: AccessToken): boolean {
  const { audience, organization, scope } = askedForOf(known);
  const scopes = (granted ?? scope).split(" ");
  return (
    audience === (asked.audience || undefined) &&
    organization === (asked.organization || undefined) &&
    asked.scope.split(" ").every((one) => aboutNoApi.has(one) || scopes.includes(one))
  );
}

/** What asks for an ID token and a refresh token, and for nothing of an API. */
const aboutNoApi: ReadonlySet<string> = new Set(["", "openid", "offline_access"]);
