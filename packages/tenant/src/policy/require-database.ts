import type { TenantContext } from "../context.js";
import { badRequest, plainError } from "../http/db-connection-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { findClient, mayUseConnection, type Client } from "../state/clients.js";
import { findDatabaseConnection, type DatabaseConnection } from "../state/connections.js";

/** The client and the connection that a `/dbconnections/*` request is about; throws if they do not fit. */
export function requireDatabase(
  { database }: TenantContext,
  values: BodyValues,
): { readonly client: Client; readonly connection: DatabaseConnection } {
  const client = findClient(database, text(values, "client_id"));
  if (!client) throw badRequest("invalid_request", "Unknown client.");
  const name = text(values, "connection");
  if (!name) throw plainError("connection is required");
  const connection = findDatabaseConnection(database, name);
  if (!connection) throw badRequest("invalid_request", "Connection does not exist.");
  if (!mayUseConnection(client, name)) {
    throw badRequest("invalid_request", "The connection is not enabled for this client.");
  }
  return { client, connection };
}
