import type { TenantContext } from "../context.js";
import type { ProviderConnection } from "../state/connections.js";
import { findIdentity, setIdentityProfile } from "../state/identities.js";
import type { ProviderUser } from "../state/provider-users.js";
import { createUser, findUser, updateUser, type User } from "../state/users.js";

/**
 * The user of an account at a provider, created at the first sign-in. Only the provider's own id
 * says who somebody is: an address that another user has links nothing.
 */
export function signInByProvider(
  tenant: TenantContext,
  connection: ProviderConnection,
  account: ProviderUser,
): User {
  const { database, clock } = tenant;
  const provider = connection.strategy;
  const externalId = externalIdOf(connection, account);
  return database.transaction(() => {
    const identity = findIdentity(database, provider, externalId);
    const user = identity && findUser(database, identity.userId);
    if (!user) {
      return createUser(
        database,
        knownOf(account),
        { provider, externalId, connection: connection.name, profile: { ...account.profile } },
        clock.now(),
      );
    }
    setIdentityProfile(database, identity, account.profile);
    // A linked account does not change what the main one says.
    if (user.userId !== `${provider}|${externalId}`) return user;
    return updateUser(database, user.userId, knownOf(account), clock.now()) ?? user;
  });
}

/** As Auth0 does, the connection is part of the id where several may have the same strategy. */
function externalIdOf({ name, kind, strategy }: ProviderConnection, account: ProviderUser): string {
  const isOnlyOne = kind === "social" && name === strategy;
  return isOnlyOne ? account.externalId : `${name}|${account.externalId}`;
}

function knownOf({ profile }: ProviderUser) {
  const { email, email_verified: emailVerified = false, ...rest } = profile;
  return { email: email ?? null, emailVerified, profile: rest };
}
