import type { TenantContext } from "../context.js";
import { findConnection, isProvider } from "../state/connections.js";
import { listIdentities, type Identity } from "../state/identities.js";
import type { User } from "../state/users.js";
import { userClaims } from "../tokens/claims.js";

/** A user as the Management API shows it. */
export function describeUser(tenant: TenantContext, user: User): object {
  const { updated_at: updatedAt, ...profile } = userClaims(user, "profile email");
  return {
    user_id: user.userId,
    ...profile,
    ...(user.phoneNumber !== null && {
      phone_number: user.phoneNumber,
      phone_verified: user.phoneVerified,
    }),
    ...(user.blocked && { blocked: true }),
    identities: describeIdentities(tenant, user.userId),
    user_metadata: user.userMetadata,
    app_metadata: user.appMetadata,
    created_at: new Date(user.createdAt).toISOString(),
    updated_at: updatedAt,
    ...(user.lastLogin !== null && { last_login: new Date(user.lastLogin).toISOString() }),
    logins_count: user.loginsCount,
  };
}

/** The identities of a user, the main one first; the others carry what they knew of the user. */
export function describeIdentities(tenant: TenantContext, userId: string): object[] {
  return listIdentities(tenant.database, userId).map((identity, index) => ({
    connection: identity.connection,
    provider: identity.provider,
    user_id: identity.externalId,
    isSocial: isSocial(tenant, identity),
    ...(index > 0 && { profileData: identity.profile }),
  }));
}

function isSocial(tenant: TenantContext, { connection: name }: Identity): boolean {
  const connection = findConnection(tenant.database, name);
  return connection !== undefined && isProvider(connection) && connection.kind === "social";
}
