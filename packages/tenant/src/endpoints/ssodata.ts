import { readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { findConnection } from "../state/connections.js";
import { useSession } from "../state/sessions.js";
import { findUser } from "../state/users.js";

/** GET /user/ssodata: what the hosted-page era asked for to offer the last account again. */
export function ssodata(c: HttpContext): Response {
  const { tenant } = c.var;
  const secret = readSessionCookie(c);
  const session = secret ? useSession(tenant, secret) : undefined;
  const user = session && findUser(tenant.database, session.userId);
  c.header("Cache-Control", "no-store");
  if (!session || !user) return c.json({ sso: false });
  const connection = findConnection(tenant.database, session.connection);
  return c.json({
    sso: true,
    sessionClients: session.clients,
    lastUsedClientID: session.clients.at(-1),
    lastUsedUserID: user.userId,
    lastUsedUsername: user.email ?? user.phoneNumber ?? user.username,
    lastUsedConnection: { name: session.connection, strategy: connection?.strategy },
  });
}
