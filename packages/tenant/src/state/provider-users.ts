import type { Database } from "./database.js";
import { newExternalId, normalizeLogin } from "./identities.js";
import type { Profile } from "./users.js";

/** Somebody who has an account at a stand-in provider. */
export interface ProviderUser {
  /** Name of the connection. */
  readonly connection: string;
  readonly externalId: string;
  readonly profile: ProviderProfile;
}

/** What a provider tells of somebody, as OpenID Connect claims. */
export interface ProviderProfile extends Profile {
  readonly email?: string;
  readonly email_verified?: boolean;
}

interface ProviderUserRow {
  connection: string;
  external_id: string;
  profile: string;
}

/** In the order in which they came. */
export function listProviderUsers(database: Database, connection: string): ProviderUser[] {
  return database
    .all<ProviderUserRow>("SELECT * FROM idp_users WHERE connection = ? ORDER BY rowid", connection)
    .map(providerUserOf);
}

export function findProviderUser(
  database: Database,
  connection: string,
  externalId: string,
): ProviderUser | undefined {
  const row = database.one<ProviderUserRow>(
    "SELECT * FROM idp_users WHERE connection = ? AND external_id = ?",
    connection,
    externalId,
  );
  return row && providerUserOf(row);
}

/** Creates the account or replaces its profile. */
export function saveProviderUser(database: Database, user: ProviderUser): void {
  database.run(
    `INSERT INTO idp_users (connection, external_id, profile) VALUES (?, ?, ?)
     ON CONFLICT (connection, external_id) DO UPDATE SET profile = excluded.profile`,
    user.connection,
    user.externalId,
    user.profile,
  );
}

/** A new account; at one provider, an address that is known is the account that has it. */
export function openProviderAccount(
  database: Database,
  connection: string,
  profile: ProviderProfile & { readonly email: string },
): ProviderUser {
  const known = listProviderUsers(database, connection).find((user) =>
    hasAddress(user, profile.email),
  );
  const user: ProviderUser = {
    connection,
    externalId: known?.externalId ?? newExternalId(),
    profile: { ...known?.profile, ...profile, email: normalizeLogin(profile.email) },
  };
  saveProviderUser(database, user);
  return user;
}

/** In any case. */
export function hasAddress({ profile }: ProviderUser, address: string): boolean {
  return profile.email !== undefined && normalizeLogin(profile.email) === normalizeLogin(address);
}

function providerUserOf(row: ProviderUserRow): ProviderUser {
  return {
    connection: row.connection,
    externalId: row.external_id,
    profile: JSON.parse(row.profile) as ProviderProfile,
  };
}
