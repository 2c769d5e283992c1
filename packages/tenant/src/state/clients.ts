import { digestOf } from "../tokens/secret.js";
import type { Database } from "./database.js";

export type TokenEndpointAuthMethod = "none" | "client_secret_post" | "client_secret_basic";

export interface Client {
  readonly clientId: string;
  readonly name: string;
  readonly callbacks: readonly string[];
  readonly webOrigins: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly grantTypes: readonly string[];
  readonly refreshTokenRotation: boolean;
  readonly crossOriginLogin: boolean;
  readonly tokenEndpointAuthMethod: TokenEndpointAuthMethod;
  readonly secretDigest: string | null;
}

interface ClientRow {
  client_id: string;
  name: string;
  callbacks: string;
  web_origins: string;
  logout_urls: string;
  grant_types: string;
  refresh_token_rotation: number;
  cross_origin_login: number;
  token_endpoint_auth_method: TokenEndpointAuthMethod;
  secret_digest: string | null;
}

export function findClient(database: Database, clientId: string | undefined): Client | undefined {
  if (!clientId) return undefined;
  const row = database.one<ClientRow>("SELECT * FROM clients WHERE client_id = ?", clientId);
  return row && clientOf(row);
}

/** True if any client of the tenant lists `origin`; a preflight names no client. */
export function isAllowedOrigin(database: Database, origin: string): boolean {
  return database
    .all<{ web_origins: string }>("SELECT web_origins FROM clients")
    .some((row) => stringsOf(row.web_origins).includes(origin));
}

/** Creates the client or replaces it. */
export function saveClient(
  database: Database,
  client: Omit<Client, "secretDigest">,
  secret: string | undefined,
): void {
  database.run(
    "INSERT OR REPLACE INTO clients VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    client.clientId,
    client.name,
    client.callbacks,
    client.webOrigins,
    client.logoutUrls,
    client.grantTypes,
    client.refreshTokenRotation,
    client.crossOriginLogin,
    client.tokenEndpointAuthMethod,
    secret && digestOf(secret),
  );
}

function clientOf(row: ClientRow): Client {
  return {
    clientId: row.client_id,
    name: row.name,
    callbacks: stringsOf(row.callbacks),
    webOrigins: stringsOf(row.web_origins),
    logoutUrls: stringsOf(row.logout_urls),
    grantTypes: stringsOf(row.grant_types),
    refreshTokenRotation: row.refresh_token_rotation === 1,
    crossOriginLogin: row.cross_origin_login === 1,
    tokenEndpointAuthMethod: row.token_endpoint_auth_method,
    secretDigest: row.secret_digest,
  };
}

function stringsOf(json: string): string[] {
  return JSON.parse(json) as string[];
}
