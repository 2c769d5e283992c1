import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { findApi, type Api } from "../state/apis.js";
import type { Client } from "../state/clients.js";
import { userinfoAudience } from "../tokens/access-token.js";
import { builtInApi } from "./built-in-apis.js";

const identityScopes = ["openid", "profile", "email", "address", "phone", "offline_access"];

/** The API of an audience; null for none. An unknown audience is refused. */
export function resolveAudience(tenant: TenantContext, audience: string | undefined): Api | null {
  if (!audience || audience === userinfoAudience(tenant)) return null;
  const api = builtInApi(tenant, audience) ?? findApi(tenant.database, audience);
  if (api) return api;
  throw new OAuthError(403, "access_denied", `Service not found: ${audience}`);
}

/** Scopes that neither OpenID Connect nor the API knows are dropped without a word. */
export function resolveScope(requested: string | undefined, api: Api | null): string {
  const known = new Set([...identityScopes, ...(api?.scopes ?? [])]);
  if (api?.offlineAccess === false) known.delete("offline_access");
  const wanted = new Set((requested ?? "").split(" "));
  return [...wanted].filter((scope) => known.has(scope)).join(" ");
}

export function requireGrantType(client: Client, grantType: string): void {
  if (client.grantTypes.includes(grantType)) return;
  throw new OAuthError(
    403,
    "unauthorized_client",
    `Grant type '${grantType}' not allowed for the client.`,
  );
}
