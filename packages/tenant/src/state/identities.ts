import { randomBytes } from "node:crypto";
import type { Database } from "./database.js";

/** One way in which a user signs in; `provider` and `externalId` make it unique. */
export interface Identity {
  /** `auth0`, `email`, `sms` or the strategy of a provider connection. */
  readonly provider: string;
  readonly externalId: string;
  readonly connection: string;
  readonly userId: string;
  /** Lower case; what signs in by password or code. */
  readonly email: string | null;
  readonly username: string | null;
  readonly phoneNumber: string | null;
  readonly passwordHash: string | null;
  /** Hashes of former passwords, newest first. */
  readonly passwordHistory: readonly string[];
  /** What the provider told of the user. */
  readonly profile: Readonly<Record<string, unknown>>;
}

export type NewIdentity = Pick<Identity, "provider" | "externalId" | "connection"> &
  Partial<Omit<Identity, "userId">>;

interface IdentityRow {
  provider: string;
  external_id: string;
  connection: string;
  user_id: string;
  email: string | null;
  username: string | null;
  phone_number: string | null;
  password_hash: string | null;
  password_history: string;
  profile: string;
}

/** In the form of Auth0's own identifiers: 24 hexadecimal digits. */
export function newExternalId(): string {
  return randomBytes(12).toString("hex");
}

export function normalizeLogin(login: string): string {
  return login.trim().toLowerCase();
}

export function findIdentity(
  database: Database,
  provider: string,
  externalId: string,
): Identity | undefined {
  const row = database.one<IdentityRow>(
    "SELECT * FROM identities WHERE provider = ? AND external_id = ?",
    provider,
    externalId,
  );
  return row && identityOf(row);
}

/** Finds by e-mail address, username (both in any case) or phone number. */
export function findIdentityByLogin(
  database: Database,
  connection: string,
  login: string,
): Identity | undefined {
  // Written out, each part has an index of its own; otherwise all rows of the connection are read.
  const row = database.one<IdentityRow>(
    `SELECT * FROM identities WHERE (connection = ?1 AND email = ?2)
       OR (connection = ?1 AND username = ?2) OR (connection = ?1 AND phone_number = ?2)`,
    connection,
    normalizeLogin(login),
  );
  return row && identityOf(row);
}

/** The identities of a user, the first one first. */
export function listIdentities(database: Database, userId: string): Identity[] {
  return database
    .all<IdentityRow>("SELECT * FROM identities WHERE user_id = ? ORDER BY position", userId)
    .map(identityOf);
}

/** Adds an identity after those that the user has; throws the duplicate error if it is taken. */
export function addIdentity(database: Database, userId: string, identity: NewIdentity): void {
  database.run(
    `INSERT INTO identities (provider, external_id, connection, user_id, email, username,
       phone_number, password_hash, password_history, profile, position)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
       (SELECT coalesce(max(position), -1) + 1 FROM identities WHERE user_id = ?4))`,
    identity.provider,
    identity.externalId,
    identity.connection,
    userId,
    identity.email ? normalizeLogin(identity.email) : null,
    identity.username ? normalizeLogin(identity.username) : null,
    identity.phoneNumber,
    identity.passwordHash,
    identity.passwordHistory ?? [],
    identity.profile ?? {},
  );
}

/** Gives an identity to another user, as the last of theirs, with a profile to remember. */
export function moveIdentity(
  database: Database,
  { provider, externalId }: Pick<Identity, "provider" | "externalId">,
  userId: string,
  profile: Readonly<Record<string, unknown>>,
): void {
  database.run(
    `UPDATE identities SET user_id = ?1, profile = ?2,
       position = (SELECT coalesce(max(position), -1) + 1 FROM identities WHERE user_id = ?1)
     WHERE provider = ?3 AND external_id = ?4`,
    userId,
    profile,
    provider,
    externalId,
  );
}

/** Remembers what the provider tells now. */
export function setIdentityProfile(
  database: Database,
  { provider, externalId }: Pick<Identity, "provider" | "externalId">,
  profile: object,
): void {
  database.run(
    "UPDATE identities SET profile = ? WHERE provider = ? AND external_id = ?",
    profile,
    provider,
    externalId,
  );
}

/** Replaces the password; `history` is what the former ones leave behind, newest first. */
export function setPasswordHash(
  database: Database,
  { provider, externalId }: Pick<Identity, "provider" | "externalId">,
  hash: string,
  history: readonly string[],
): void {
  database.run(
    `UPDATE identities SET password_hash = ?, password_history = ?
     WHERE provider = ? AND external_id = ?`,
    hash,
    history,
    provider,
    externalId,
  );
}

function identityOf(row: IdentityRow): Identity {
  return {
    provider: row.provider,
    externalId: row.external_id,
    connection: row.connection,
    userId: row.user_id,
    email: row.email,
    username: row.username,
    phoneNumber: row.phone_number,
    passwordHash: row.password_hash,
    passwordHistory: JSON.parse(row.password_history) as string[],
    profile: JSON.parse(row.profile) as Record<string, unknown>,
  };
}
