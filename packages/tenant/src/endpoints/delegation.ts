import { authenticateClient } from "../grants/authenticate-client.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { decideLogin } from "../policy/decide-login.js";
import { requireLegacyEndpoint } from "../policy/require-legacy-endpoint.js";
import { resolveScope } from "../policy/resolve-access.js";
import { findClient, type Client } from "../state/clients.js";
import { listIdentities } from "../state/identities.js";
import type { LoginFacts } from "../state/login-facts.js";
import { presentRefreshToken } from "../state/refresh-tokens.js";
import { findUser, type User } from "../state/users.js";
import { issueIdToken } from "../tokens/id-token.js";
import { readIdToken } from "../tokens/read-id-token.js";

/** POST /delegation: an ID token for another client in exchange for one. Off unless asked for. */
export async function delegation(c: HttpContext): Promise<Response> {
  requireLegacyEndpoint(c);
  const { tenant } = c.var;
  const values = jsonValues(c);
  const client = authenticateClient(c, values);
  const target = requireTarget(c, text(values, "target") ?? client.clientId);
  const user = findUser(tenant.database, await subjectOf(c, client, values));
  if (!user) throw new OAuthError(401, "invalid_token", "The token stands for nobody.");
  const scope = resolveScope(text(values, "scope") ?? "openid", null);
  const idToken = await issueIdToken(tenant, {
    clientId: target.clientId,
    user,
    scope,
    nonce: null,
    sid: null,
    authTime: null,
    facts: await factsOf(c, target, { user, scope }),
    accessToken: null,
    fault: null,
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

/** The target has its own rules about who signs in to it, and no page here to ask for what is missing. */
async function factsOf(
  c: HttpContext,
  client: Client,
  { user, scope }: { user: User; scope: string },
): Promise<LoginFacts> {
  const { tenant } = c.var;
  const [main] = listIdentities(tenant.database, user.userId);
  const verdict = await decideLogin(tenant, {
    client,
    user,
    connection: main?.connection ?? "",
    organization: undefined,
    scope,
    api: null,
    protocol: "token",
    // Whoever has a token has taken the second step, if there was one.
    mfa: true,
    wantsMfa: false,
    wantsConsent: false,
    onLoopback: false,
  });
  if (verdict.kind === "allowed") return { ...verdict.facts, mfa: false };
  throw new OAuthError(403, "access_denied", "The target asks for more than a token.");
}

function requireTarget(c: HttpContext, clientId: string): Client {
  const client = findClient(c.var.tenant.database, clientId);
  if (client) return client;
  throw new OAuthError(401, "invalid_request", `Unknown client: ${clientId}`);
}
