import type { TenantContext } from "../context.js";
import { userGrantTypes } from "../policy/grant-types.js";
import { saveApi } from "../state/apis.js";
import { saveClient } from "../state/clients.js";
import { saveConnection, type Connection } from "../state/connections.js";
import { replaceTenantLogoutUrls } from "../state/logout-urls.js";
import { saveProviderUser, type ProviderProfile } from "../state/provider-users.js";
import { checkSeed } from "./check-seed.js";
import { applyOrganizations } from "./apply-organizations.js";
import { addUsers, planUsers } from "./apply-users.js";
import type {
  SeedClient,
  SeedConnection,
  SeedDatabaseConnection,
  SeedPasswordlessConnection,
  SeedProviderConnection,
  SeedProviderUser,
  TenantSeed,
} from "./seed.js";

/** Throws an error that names the path of the first wrong value, before anything is changed. */
export async function applySeed(tenant: TenantContext, input: TenantSeed): Promise<void> {
  const seed = checkSeed(input);
  const { database } = tenant;
  const users = database.transaction(() => {
    for (const client of seed.clients) applyClient(tenant, client);
    for (const connection of seed.connections ?? []) applyConnection(tenant, connection);
    for (const { tokenLifetime, browserTokenLifetime, skipConsent, ...api } of seed.apis ?? []) {
      saveApi(database, {
        ...api,
        tokenLifetime: tokenLifetime ?? null,
        browserTokenLifetime: browserTokenLifetime ?? null,
        skipConsent: skipConsent ?? true,
      });
    }
    if (seed.logoutUrls) replaceTenantLogoutUrls(database, seed.logoutUrls);
    // Last, because it needs the connections; what it refuses undoes all of this.
    return planUsers(tenant, seed.users ?? []);
  });
  await addUsers(tenant, users);
  applyOrganizations(tenant, seed.organizations ?? []);
  for (const rule of seed.faults ?? []) tenant.faults.add(rule);
}

function applyClient(tenant: TenantContext, client: SeedClient): void {
  const { clientId, clientSecret, ...settings } = client;
  saveClient(tenant.database, clientId, { grantTypes: userGrantTypes, ...settings }, clientSecret);
}

function applyConnection(tenant: TenantContext, connection: SeedConnection): void {
  saveConnection(tenant.database, connectionOf(connection));
  if (!("kind" in connection)) return;
  for (const user of connection.users ?? []) {
    saveProviderUser(tenant.database, {
      connection: connection.name,
      externalId: user.id,
      profile: profileOf(user),
    });
  }
}

function profileOf(user: SeedProviderUser): ProviderProfile {
  const { id: _id, email, emailVerified = true, givenName, familyName, ...profile } = user;
  return {
    ...profile,
    ...(email && { email, email_verified: emailVerified }),
    ...(givenName && { given_name: givenName }),
    ...(familyName && { family_name: familyName }),
  };
}

function connectionOf(connection: SeedConnection): Connection {
  if ("kind" in connection) return providerOf(connection);
  if (connection.strategy === "email" || connection.strategy === "sms") {
    return passwordlessOf(connection);
  }
  return databaseOf(connection as SeedDatabaseConnection);
}

function databaseOf(connection: SeedDatabaseConnection): Connection {
  return {
    passwordPolicy: "good",
    noUserInfo: false,
    noDictionary: false,
    passwordHistory: 0,
    signup: true,
    requiresUsername: false,
    legacySignupErrors: false,
    ...connection,
    strategy: "auth0",
  };
}

function passwordlessOf({ name, strategy, signup = true }: SeedPasswordlessConnection): Connection {
  return { name, strategy, signup };
}

function providerOf({ users: _users, ...connection }: SeedProviderConnection): Connection {
  return {
    displayName: connection.name,
    domains: [],
    developmentKeys: false,
    ipRanges: [],
    ...connection,
  };
}
