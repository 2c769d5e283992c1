import { clientAddress } from "../http/client-address.js";
import { writeTicketCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { authenticatePassword } from "../policy/authenticate-password.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { findClient } from "../state/clients.js";
import { defaultConnection, findConnection, type Connection } from "../state/connections.js";
import { createTicket } from "../state/tickets.js";

const realmType = "http://auth0.com/oauth/grant-type/password-realm";

/** POST /co/authenticate: exchanges a password for a login ticket that `/authorize` takes. */
export async function coAuthenticate(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const credentials = readCredentials(jsonValues(c));
  const client = findClient(tenant.database, credentials.clientId);
  if (!client?.crossOriginLogin) {
    throw new OAuthError(401, "unauthorized_client", "Cross origin login not allowed.");
  }
  const outcome = await authenticatePassword(tenant, {
    connection: findRealm(c, credentials.realm),
    username: credentials.username,
    password: credentials.password,
    address: clientAddress(c),
  });
  if (outcome.status === "wrong-credentials") {
    throw new OAuthError(403, "access_denied", "Wrong email or password.");
  }
  if (outcome.status !== "authenticated") {
    const { status, error, description } = describeRefusal(outcome.status);
    throw new OAuthError(status, error, description);
  }
  const { ticket, coId, binding } = createTicket(tenant, client.clientId, outcome.user.userId);
  writeTicketCookie(c, coId, binding);
  c.header("Cache-Control", "no-store");
  return c.json({ login_ticket: ticket, co_verifier: binding, co_id: coId });
}

/** `realm` is undefined for credential type `password`. */
function readCredentials(values: BodyValues) {
  const type = text(values, "credential_type");
  const realm = text(values, "realm");
  const clientId = text(values, "client_id");
  const username = text(values, "username");
  const password = text(values, "password");
  if (type !== undefined && type !== realmType && type !== "password") {
    throw new OAuthError(400, "unsupported_credential_type", "Unknown credential type parameter.");
  }
  const needsRealm = type === realmType;
  if (!type || !clientId || !username || !password || (needsRealm && !realm)) {
    const required = `client_id, credential_type, username, password${needsRealm ? ", realm" : ""}`;
    throw new OAuthError(
      400,
      "invalid_request",
      `Invalid request body. All and only of ${required} are required.`,
    );
  }
  return { clientId, username, password, realm: needsRealm ? realm : undefined };
}

function findRealm(c: HttpContext, realm: string | undefined): Connection {
  const { database } = c.var.tenant;
  const connection = realm ? findConnection(database, realm) : defaultConnection(database);
  if (connection) return connection;
  throw new OAuthError(400, "invalid_request", `Unknown realm ${realm ?? "(default)"}.`);
}
