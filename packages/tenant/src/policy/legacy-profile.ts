import type { TenantContext } from "../context.js";
import type { User } from "../state/users.js";
import { userClaims } from "../tokens/claims.js";
import { describeIdentities } from "./describe-user.js";

/** A profile as Auth0 wrote it before there were scopes: what they open, and who signed in how. */
export function legacyProfile(
  tenant: TenantContext,
  user: User,
  { clientId, scope }: { readonly clientId: string; readonly scope: string },
): Record<string, unknown> {
  const claims = userClaims(user, scope);
  return {
    ...(tenant.settings.legacyEndpoints === "text-flags" ? withTextFlags(claims) : claims),
    clientID: clientId,
    user_id: user.userId,
    created_at: new Date(user.createdAt).toISOString(),
    identities: describeIdentities(tenant, user.userId),
  };
}

function withTextFlags(claims: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(claims);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "boolean" ? String(value) : value]),
  );
}
