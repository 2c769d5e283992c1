import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { authenticatePassword } from "../policy/authenticate-password.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { resolveAudience, resolveScope } from "../policy/resolve-access.js";
import type { Client } from "../state/clients.js";
import { defaultConnection, findConnection, type Connection } from "../state/connections.js";
import { startRefreshFamily } from "../state/refresh-tokens.js";
import type { User } from "../state/users.js";
import { invalidGrant, requireText } from "./grant.js";
import { issueTokens, wantsRefreshToken, type TokenResponse } from "./issue-tokens.js";

/** `password` and Auth0's `password-realm`; neither creates a session. */
export async function exchangePassword(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const api = resolveAudience(tenant, text(values, "audience"));
  const scope = resolveScope(text(values, "scope"), api);
  const user = await authenticate(c, values);
  const origin = {
    clientId: client.clientId,
    userId: user.userId,
    scope,
    audience: api?.audience ?? null,
    sid: null,
    authTime: null,
  };
  return issueTokens(c, {
    client,
    user,
    scope,
    api,
    nonce: null,
    sid: null,
    authTime: null,
    refreshToken: wantsRefreshToken(client, scope)
      ? startRefreshFamily(tenant, origin, null)
      : null,
  });
}

async function authenticate(c: HttpContext, values: BodyValues): Promise<User> {
  const outcome = await authenticatePassword(c.var.tenant, {
    connection: findRealm(c, values),
    username: requireText(values, "username"),
    password: requireText(values, "password"),
    address: clientAddress(c),
  });
  switch (outcome.status) {
    case "authenticated":
      return outcome.user;
    case "wrong-credentials":
      throw invalidGrant("Wrong email or password.");
    case "blocked-user":
      throw new OAuthError(401, "unauthorized", "user is blocked");
    default: {
      const { status, error, description } = describeRefusal(outcome.status);
      throw new OAuthError(status, error, description);
    }
  }
}

function findRealm(c: HttpContext, values: BodyValues): Connection {
  const { database } = c.var.tenant;
  const isRealmGrant = text(values, "grant_type") !== "password";
  const realm = isRealmGrant ? requireText(values, "realm") : undefined;
  const connection = realm ? findConnection(database, realm) : defaultConnection(database);
  if (connection) return connection;
  throw new OAuthError(400, "invalid_request", `Unknown realm ${realm ?? "(default)"}.`);
}
