import { digestOf } from "../tokens/secret.js";
import type { Database } from "./database.js";

export type TokenEndpointAuthMethod = "none" | "client_secret_post" | "client_secret_basic";

/** `deny`: never for an organization. `require`: always for one. */
export type OrganizationUsage = "deny" | "allow" | "require";

/** An application that is registered with the tenant. */
export interface Client extends ClientSettings {
  readonly clientId: string;
  readonly secretDigest: string | null;
}

export interface ClientSettings {
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly webOrigins: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly grantTypes: readonly string[];
  readonly refreshTokenRotation: boolean;
  readonly crossOriginLogin: boolean;
  /** The page that calls `crossOriginVerification()` of auth0-js; null: there is none. */
  readonly crossOriginVerificationUrl: string | null;
  readonly tokenEndpointAuthMethod: TokenEndpointAuthMethod;
  /** Names of the connections it may use; null: all. */
  readonly connections: readonly string[] | null;
  /** A client of somebody else asks its users for consent. */
  readonly firstParty: boolean;
  readonly organizationUsage: OrganizationUsage;
  /** The application's page that invitations lead to. */
  readonly initiateLoginUri: string | null;
  /** APIs that it may call in its own name (`client_credentials`). */
  readonly apiGrants: readonly { readonly audience: string; readonly scopes: readonly string[] }[];
}

const defaults: Omit<ClientSettings, "name" | "callbacks" | "webOrigins" | "logoutUrls"> = {
  grantTypes: [],
  refreshTokenRotation: true,
  crossOriginLogin: true,
  crossOriginVerificationUrl: null,
  tokenEndpointAuthMethod: "none",
  connections: null,
  firstParty: true,
  organizationUsage: "allow",
  initiateLoginUri: null,
  apiGrants: [],
};

interface ClientRow {
  client_id: string;
  settings: string;
  secret_digest: string | null;
}

export function findClient(database: Database, clientId: string | undefined): Client | undefined {
  if (!clientId) return undefined;
  const row = database.one<ClientRow>("SELECT * FROM clients WHERE client_id = ?", clientId);
  return row && clientOf(row);
}

/** True if any client of the tenant lists `origin`; a preflight names no client. */
export function isAllowedOrigin(database: Database, origin: string): boolean {
  const found = database.one(
    `SELECT 1 FROM clients, json_each(clients.settings, '$.webOrigins') origin
     WHERE origin.value = ? LIMIT 1`,
    origin,
  );
  return found !== undefined;
}

/** Every origin that a client of the tenant lists. */
export function listAllowedOrigins(database: Database): string[] {
  return database
    .all<{ origin: string }>(
      `SELECT DISTINCT origin.value AS origin
       FROM clients, json_each(clients.settings, '$.webOrigins') origin`,
    )
    .map(({ origin }) => origin);
}

/** Creates the client or replaces it; what `settings` leaves out gets its default. */
export function saveClient(
  database: Database,
  clientId: string,
  settings: Partial<ClientSettings>,
  secret: string | undefined,
): void {
  database.run(
    "INSERT OR REPLACE INTO clients (client_id, settings, secret_digest) VALUES (?, ?, ?)",
    clientId,
    settings,
    secret && digestOf(secret),
  );
}

/** Whether the client may sign users in by this connection. */
export function mayUseConnection(client: ClientSettings, connection: string): boolean {
  return client.connections?.includes(connection) ?? true;
}

function clientOf(row: ClientRow): Client {
  return {
    ...defaults,
    ...(JSON.parse(row.settings) as Omit<ClientSettings, keyof typeof defaults>),
    clientId: row.client_id,
    secretDigest: row.secret_digest,
  };
}
