import { clientAddress } from "../http/client-address.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { authenticatePassword, type PasswordLogin } from "../policy/authenticate-password.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { requireRealm } from "../policy/require-realm.js";
import { refuseRobot } from "../policy/triggers.js";
import type { Client } from "../state/clients.js";
import { isDatabase, type DatabaseConnection } from "../state/connections.js";
import type { User } from "../state/users.js";
import { invalidGrant, requireText } from "./grant.js";
import type { TokenResponse } from "./issue-tokens.js";
import { readAccess, signInByGrant } from "./sign-in-by-grant.js";

/** `password` and Auth0's `password-realm`; neither creates a session. */
export async function exchangePassword(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const access = readAccess(c, values);
  const connection = findRealm(c, client, values);
  const username = requireText(values, "username");
  const password = requireText(values, "password");
  refuseRobot(c.var.tenant, username);
  const user = await authenticate(c, { connection, username, password });
  return signInByGrant(c, { client, user, connection: connection.name, ...access });
}

async function authenticate(c: HttpContext, login: Omit<PasswordLogin, "address">): Promise<User> {
  const outcome = await authenticatePassword(c.var.tenant, {
    ...login,
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

function findRealm(c: HttpContext, client: Client, values: BodyValues): DatabaseConnection {
  const isRealmGrant = text(values, "grant_type") !== "password";
  const realm = isRealmGrant ? requireText(values, "realm") : undefined;
  const connection = requireRealm(c.var.tenant, client, realm);
  if (isDatabase(connection)) return connection;
  throw new OAuthError(400, "invalid_request", "The realm does not sign in by a password.");
}
