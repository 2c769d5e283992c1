import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { mayUseConnection, type Client } from "../state/clients.js";
import { defaultConnection, findConnection, type Connection } from "../state/connections.js";

/** The connection that a realm names, the default directory for none; throws if it is not the client's. */
export function requireRealm(
  { database }: TenantContext,
  client: Client,
  realm: string | undefined,
): Connection {
  const connection = realm ? findConnection(database, realm) : defaultConnection(database);
  if (!connection) throw invalid(`Unknown realm ${realm ?? "(default)"}.`);
  if (mayUseConnection(client, connection.name)) return connection;
  throw invalid("The connection is not enabled for this client.");
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}
