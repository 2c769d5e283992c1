import type { TenantContext } from "../context.js";
import type { HttpContext } from "../http/environment.js";
import { inlineJson } from "../pages/inline-script.js";
import { findClient, mayUseConnection, type Client } from "../state/clients.js";
import {
  isDatabase,
  isPasswordless,
  listConnections,
  type Connection,
} from "../state/connections.js";

/** GET /client/{client_id}.js: what Auth0 Lock has to know of its client, as a script (JSONP). */
export function clientSettings(c: HttpContext): Response {
  const { tenant } = c.var;
  const client = findClient(tenant.database, c.req.param("file")?.replace(/\.js$/, ""));
  if (!client) return c.text("Not found", 404);
  c.header("Content-Type", "application/javascript; charset=utf-8");
  c.header("X-Content-Type-Options", "nosniff");
  // A new seed has to be seen at once.
  c.header("Cache-Control", "no-store");
  return c.body(`Auth0.setClient(${inlineJson(settingsOf(tenant, client))});`);
}

function settingsOf(tenant: TenantContext, client: Client) {
  return {
    id: client.clientId,
    tenant: "local",
    subscription: "dev",
    authorize: `${tenant.url}/authorize`,
    callback: client.callbacks[0] ?? "",
    hasAllowedOrigins: client.webOrigins.length > 0,
    strategies: strategiesOf(
      listConnections(tenant.database).filter(({ name }) => mayUseConnection(client, name)),
    ),
  };
}

/** Lock expects the connections by strategy. */
function strategiesOf(connections: readonly Connection[]) {
  const names = [...new Set(connections.map(({ strategy }) => strategy))];
  return names.map((name) => ({
    name,
    connections: connections.filter(({ strategy }) => strategy === name).map(connectionSettings),
  }));
}

function connectionSettings(connection: Connection): Record<string, unknown> {
  const { name } = connection;
  if (isDatabase(connection)) {
    return {
      name,
      passwordPolicy: connection.passwordPolicy,
      showSignup: connection.signup,
      showForgot: true,
      requires_username: connection.requiresUsername,
    };
  }
  if (isPasswordless(connection)) return { name };
  const [domain, ...aliases] = connection.domains;
  return {
    name,
    display_name: connection.displayName,
    ...(domain !== undefined && { domain, domain_aliases: aliases }),
  };
}
