import { comesFrom } from "../http/client-address.js";
import { readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { findClient, mayUseConnection } from "../state/clients.js";
import { findConnection, isProvider, listConnections } from "../state/connections.js";
import { useSession } from "../state/sessions.js";
import { findUser } from "../state/users.js";

/** GET /user/ssodata: what the hosted-page era asked for to offer the last account again. */
export function ssodata(c: HttpContext): Response {
  const { tenant } = c.var;
  const secret = readSessionCookie(c);
  const session = secret ? useSession(tenant, secret) : undefined;
  const user = session && findUser(tenant.database, session.userId);
  c.header("Cache-Control", "no-store");
  const network = networkOf(c);
  if (!session || !user) return c.json({ sso: false, ...network });
  const connection = findConnection(tenant.database, session.connection);
  return c.json({
    sso: true,
    sessionClients: session.clients,
    lastUsedClientID: session.clients.at(-1),
    lastUsedUserID: user.userId,
    lastUsedUsername: user.email ?? user.phoneNumber ?? user.username,
    lastUsedConnection: { name: session.connection, strategy: connection?.strategy },
    ...network,
  });
}

/** The connection of the network that the caller is in (Active Directory), for who asks for it. */
function networkOf(c: HttpContext): { connection?: string; strategy?: string } {
  const { database, settings } = c.var.tenant;
  if (!settings.legacyEndpoints || c.req.query("ldaps") !== "1") return {};
  const client = findClient(database, c.req.query("client_id"));
  const connection = listConnections(database)
    .filter(isProvider)
    .find(
      ({ name, ipRanges }) => client && mayUseConnection(client, name) && comesFrom(c, ipRanges),
    );
  return connection ? { connection: connection.name, strategy: connection.strategy } : {};
}
