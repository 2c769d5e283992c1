import { requireText } from "../grants/grant.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { requireLegacyEndpoint } from "../policy/require-legacy-endpoint.js";
import { resolveScope } from "../policy/resolve-access.js";
import { findClient, type Client } from "../state/clients.js";
import { loginFactsOf } from "../state/login-facts.js";
import { presentRefreshToken } from "../state/refresh-tokens.js";
import { findUser } from "../state/users.js";
import { issueIdToken } from "../tokens/id-token.js";
import { readIdToken } from "../tokens/read-id-token.js";

/** POST /delegation: an ID token for another client in exchange for one. Off unless asked for. */
export async function delegation(c: HttpContext): Promise<Response> {
  requireLegacyEndpoint(c);
  const { tenant } = c.var;
  const values = jsonValues(c);
  const client = requireClient(c, requireText(values, "client_id"));
  const target = requireClient(c, text(values, "target") ?? client.clientId);
  const user = findUser(tenant.database, await subjectOf(c, client, values));
  if (!user) throw new OAuthError(401, "invalid_token", "The token stands for nobody.");
  if (user.blocked) throw new OAuthError(401, "unauthorized", "user is blocked");
  const idToken = await issueIdToken(tenant, {
    clientId: target.clientId,
    user,
    scope: resolveScope(text(values, "scope") ?? "openid", null),
    nonce: null,
    sid: null,
    authTime: null,
    facts: loginFactsOf("{}"),
    accessToken: null,
    defect: null,
  });
  c.header("Cache-Control", "no-store");
  return c.json({
    token_type: "Bearer",
    expires_in: tenant.settings.lifetimes.idToken,
    id_token: idToken,
  });
}

async function subjectOf(c: HttpContext, client: Client, values: BodyValues): Promise<string> {
  const { tenant } = c.var;
  const refreshToken = text(values, "refresh_token");
  if (refreshToken !== undefined) {
    // Delegation leaves the refresh token as it is.
    const lasting = { ...client, refreshTokenRotation: false };
    const family = presentRefreshToken(tenant, refreshToken, lasting);
    if (family) return family.userId;
  }
  const read = await readIdToken(tenant, text(values, "id_token") ?? "", client.clientId);
  if (read) return read.subject;
  throw new OAuthError(401, "invalid_token", "Neither id_token nor refresh_token is valid.");
}

function requireClient(c: HttpContext, clientId: string): Client {
  const client = findClient(c.var.tenant.database, clientId);
  if (client) return client;
  throw new OAuthError(401, "invalid_request", `Unknown client: ${clientId}`);
}
