import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { resolveAudience } from "../policy/resolve-access.js";
import type { Client } from "../state/clients.js";
import { addRefreshToken, presentRefreshToken } from "../state/refresh-tokens.js";
import { findUser } from "../state/users.js";
import { invalidGrant, requireText } from "./grant.js";
import { hasScope, issueTokens, type TokenResponse } from "./issue-tokens.js";

/** `refresh_token` (RFC 6749 section 6); a rotating client gets a new token each time. */
export async function exchangeRefreshToken(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const presented = presentRefreshToken(tenant, requireText(values, "refresh_token"), client);
  const user = presented && findUser(tenant.database, presented.userId);
  if (!presented || !user) throw invalidGrant("Unknown or invalid refresh token.");
  if (user.blocked) throw new OAuthError(401, "unauthorized", "user is blocked");
  return issueTokens(c, {
    client,
    user,
    scope: narrow(presented.scope, text(values, "scope")),
    // The audience stays that of the first sign-in: clients repeat theirs on every call.
    api: resolveAudience(tenant, presented.audience ?? undefined),
    nonce: null,
    sid: presented.sid,
    authTime: presented.authTime,
    facts: presented.facts,
    refreshToken: client.refreshTokenRotation ? addRefreshToken(tenant, presented.id) : null,
  });
}

/** Fewer scopes may be asked for; more are ignored. */
function narrow(granted: string, requested: string | undefined): string {
  if (!requested) return granted;
  return granted
    .split(" ")
    .filter((scope) => hasScope(requested, scope))
    .join(" ");
}
