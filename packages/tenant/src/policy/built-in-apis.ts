import type { TenantContext } from "../context.js";
import type { Api } from "../state/apis.js";

/** What a signed-in user may do to their own account by the Management API. */
export const currentUserScopes = [
  "read:current_user",
  "read:current_user_metadata",
  "update:current_user_metadata",
  "create:current_user_metadata",
  "delete:current_user_metadata",
  "update:current_user_identities",
  "create:current_user_device_credentials",
  "delete:current_user_device_credentials",
] as const;

export function managementAudience(tenant: TenantContext): string {
  return `${tenant.url}/api/v2/`;
}

export function mfaAudience(tenant: TenantContext): string {
  return `${tenant.url}/mfa/`;
}

/** The APIs that every tenant has of its own. */
export function builtInApi(tenant: TenantContext, audience: string): Api | undefined {
  const scopes = scopesOf(tenant, audience);
  // Who holds such a token may take factors away: it lasts no longer than an `mfa_token`, and no
  // refresh token leads to another one.
  const isMfa = audience === mfaAudience(tenant);
  const lifetime = isMfa ? tenant.settings.lifetimes.mfaToken : null;
  return (
    scopes && {
      audience,
      scopes,
      tokenLifetime: lifetime,
      browserTokenLifetime: lifetime,
      skipConsent: true,
      offlineAccess: !isMfa,
    }
  );
}

function scopesOf(tenant: TenantContext, audience: string): readonly string[] | undefined {
  if (audience === managementAudience(tenant)) return currentUserScopes;
  if (audience === mfaAudience(tenant)) {
    return ["enroll", "read:authenticators", "remove:authenticators"];
  }
  return undefined;
}
