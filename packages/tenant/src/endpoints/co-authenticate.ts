import { clientAddress } from "../http/client-address.js";
import { writeTicketCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues } from "../http/request-body.js";
import { authenticateOtp, type OtpOutcome } from "../policy/authenticate-otp.js";
import { authenticatePassword, type PasswordOutcome } from "../policy/authenticate-password.js";
import { readCredentials, type Credentials } from "../policy/cross-origin-credentials.js";
import { describeRefusal } from "../policy/password-refusals.js";
import { requireRealm } from "../policy/require-realm.js";
import { refuseRobot } from "../policy/triggers.js";
import { findClient } from "../state/clients.js";
import { isDatabase, isPasswordless, type Connection } from "../state/connections.js";
import { createTicket } from "../state/tickets.js";
import type { User } from "../state/users.js";

/** POST /co/authenticate: exchanges a password or a code for a login ticket that `/authorize` takes. */
export async function coAuthenticate(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const credentials = readCredentials(jsonValues(c));
  const client = findClient(tenant.database, credentials.clientId);
  // Passwords are typed into pages of our own only.
  if (!client?.crossOriginLogin || !client.firstParty) {
    throw new OAuthError(401, "unauthorized_client", "Cross origin login not allowed.");
  }
  refuseRobot(tenant, credentials.username);
  const connection = requireRealm(tenant, client, credentials.realm);
  const user = userOf(await authenticate(c, connection, credentials));
  const { ticket, coId, binding } = createTicket(tenant, {
    clientId: client.clientId,
    userId: user.userId,
    connection: connection.name,
  });
  writeTicketCookie(c, coId, binding);
  c.header("Cache-Control", "no-store");
  return c.json({ login_ticket: ticket, co_verifier: binding, co_id: coId });
}

async function authenticate(
  c: HttpContext,
  connection: Connection,
  credentials: Credentials,
): Promise<PasswordOutcome | OtpOutcome> {
  const { tenant } = c.var;
  const address = clientAddress(c);
  if (credentials.kind === "otp" && isPasswordless(connection)) {
    return authenticateOtp(tenant, { ...credentials, connection, address });
  }
  if (credentials.kind === "password" && isDatabase(connection)) {
    return authenticatePassword(tenant, { ...credentials, connection, address });
  }
  // The connection knows no such credentials.
  throw new OAuthError(403, "access_denied", "Authentication error");
}

function userOf(outcome: PasswordOutcome | OtpOutcome): User {
  switch (outcome.status) {
    case "authenticated":
      return outcome.user;
    case "wrong-credentials":
      throw new OAuthError(403, "access_denied", "Wrong email or password.");
    case "wrong-code":
      throw new OAuthError(403, "access_denied", outcome.description);
    default: {
      const { status, error, description } = describeRefusal(outcome.status);
      throw new OAuthError(status, error, description);
    }
  }
}
