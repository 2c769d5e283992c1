import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import type { JsonObject } from "../transport/request.js";
import { legacyRequest } from "./legacy-request.js";
import type { Tenant } from "./tenant.js";

/** Who signed in last at the tenant, as this browser's cookie tells it. */
export interface SsoData {
  /** Whether the tenant has a session for this browser. */
  readonly sso: boolean;
  /** The applications of that session. */
  readonly sessionClients: readonly string[];
  readonly lastUsedClientId?: string;
  readonly lastUsedUserId?: string;
  readonly lastUsedUsername?: string;
  readonly lastUsedConnection?: { readonly name: string; readonly strategy?: string };
  /** The connection of the network that the browser is in, where Active Directory was asked about. */
  readonly connection?: string;
}

/** GET /user/ssodata, with the tenant's cookies; `ldaps=1` asks about Active Directory too. */
export async function ssoData(
  tenant: Tenant,
  withActiveDirectory: boolean,
  options: CallOptions,
): Promise<SsoData> {
  const query = new URLSearchParams({ ldaps: "1", client_id: tenant.clientId });
  const path = `/user/ssodata${withActiveDirectory ? `?${query}` : ""}`;
  const body = await legacyRequest("ssoData", tenant, { path, withCookies: true }, options);
  if (typeof body["sso"] !== "boolean") throw authError("invalid_response");
  return readSsoData(body, body["sso"]);
}

function readSsoData(body: JsonObject, sso: boolean): SsoData {
  const { sessionClients, lastUsedConnection, connection } = body;
  const { lastUsedClientID: clientId, lastUsedUserID: userId, lastUsedUsername: name } = body;
  return {
    sso,
    sessionClients: Array.isArray(sessionClients) ? sessionClients.filter(isText) : [],
    ...(isText(clientId) && { lastUsedClientId: clientId }),
    ...(isText(userId) && { lastUsedUserId: userId }),
    ...(isText(name) && { lastUsedUsername: name }),
    ...readConnection(lastUsedConnection),
    ...(isText(connection) && { connection }),
  };
}

function readConnection(value: unknown): Pick<SsoData, "lastUsedConnection"> {
  if (typeof value !== "object" || value === null) return {};
  const { name, strategy } = value as JsonObject;
  if (!isText(name)) return {};
  return { lastUsedConnection: { name, ...(isText(strategy) && { strategy }) } };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
