import type { Database } from "./database.js";
import { addIdentity, normalizeLogin, type NewIdentity } from "./identities.js";

/** Root profile fields that signup accepts and ID tokens carry. */
export interface Profile {
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly nickname?: string;
  readonly picture?: string;
}

/** A person; how they sign in is told by their identities. */
export interface User {
  /** `provider|id` of the first identity, the `sub` of tokens. */
  readonly userId: string;
  /** Lower case. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  /** E.164. */
  readonly phoneNumber: string | null;
  readonly phoneVerified: boolean;
  readonly username: string | null;
  readonly blocked: boolean;
  readonly profile: Profile;
  readonly userMetadata: Record<string, unknown>;
  readonly appMetadata: Record<string, unknown>;
  /** Whether a second factor is due even before one is enrolled. */
  readonly mfaRequired: boolean;
  /** Milliseconds since 1970, as all times. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastLogin: number | null;
  readonly loginsCount: number;
}

/** What has to be known of a new user; the rest is empty. */
export type NewUser = Partial<
  Omit<User, "userId" | "createdAt" | "updatedAt" | "lastLogin" | "loginsCount">
>;

export type UserChanges = Partial<
  Pick<
    User,
    | "email"
    | "emailVerified"
    | "phoneVerified"
    | "blocked"
    | "profile"
    | "userMetadata"
    | "appMetadata"
    | "mfaRequired"
  >
>;

interface UserRow {
  user_id: string;
  email: string | null;
  email_verified: number;
  phone_number: string | null;
  phone_verified: number;
  username: string | null;
  blocked: number;
  profile: string;
  user_metadata: string;
  app_metadata: string;
  mfa_required: number;
  created_at: number;
  updated_at: number;
  last_login: number | null;
  logins_count: number;
}

export function findUser(database: Database, userId: string): User | undefined {
  const row = database.one<UserRow>("SELECT * FROM users WHERE user_id = ?", userId);
  return row && userOf(row);
}

/** Everybody who has this address, in whatever connection. */
export function findUsersByEmail(database: Database, email: string): User[] {
  return database
    .all<UserRow>("SELECT * FROM users WHERE email = ? ORDER BY created_at", normalizeLogin(email))
    .map(userOf);
}

/**
 * Creates a user with a first identity. Throws the database's duplicate error (see `isDuplicate`)
 * if what signs in by this identity is taken.
 */
export function createUser(
  database: Database,
  user: NewUser,
  identity: NewIdentity,
  now: number,
): User {
  return database.transaction(() => {
    const created = addUser(database, user, identity, now);
    addIdentity(database, created.userId, identity);
    return created;
  });
}

/** Creates the user of an identity that is already there; who calls this moves the identity. */
export function addUser(
  database: Database,
  user: NewUser,
  { provider, externalId }: Pick<NewIdentity, "provider" | "externalId">,
  now: number,
): User {
  const created: User = {
    phoneNumber: null,
    emailVerified: false,
    phoneVerified: false,
    blocked: false,
    profile: {},
    userMetadata: {},
    appMetadata: {},
    mfaRequired: false,
    ...user,
    userId: `${provider}|${externalId}`,
    email: user.email ? normalizeLogin(user.email) : null,
    username: user.username ? normalizeLogin(user.username) : null,
    createdAt: now,
    updatedAt: now,
    lastLogin: null,
    loginsCount: 0,
  };
  insertUser(database, created);
  return created;
}

/** Changes what `changes` names and returns the user as it is then. */
export function updateUser(
  database: Database,
  userId: string,
  changes: UserChanges,
  now: number,
): User | undefined {
  const user = findUser(database, userId);
  if (!user) return undefined;
  const { email, ...others } = { ...user, ...changes };
  const changed: User = { ...others, email: email && normalizeLogin(email), updatedAt: now };
  database.run(
    `UPDATE users SET email = ?, email_verified = ?, phone_verified = ?, blocked = ?, profile = ?,
       user_metadata = ?, app_metadata = ?, mfa_required = ?, updated_at = ? WHERE user_id = ?`,
    changed.email,
    changed.emailVerified,
    changed.phoneVerified,
    changed.blocked,
    changed.profile,
    changed.userMetadata,
    changed.appMetadata,
    changed.mfaRequired,
    now,
    userId,
  );
  return changed;
}

export function noteLogin(database: Database, userId: string, now: number): void {
  database.run(
    "UPDATE users SET last_login = ?, logins_count = logins_count + 1 WHERE user_id = ?",
    now,
    userId,
  );
}

/** Sessions, tokens and identities go with it. */
export function removeUser(database: Database, userId: string): void {
  database.run("DELETE FROM users WHERE user_id = ?", userId);
}

function insertUser(database: Database, user: User): void {
  database.run(
    `INSERT INTO users (user_id, email, email_verified, phone_number, phone_verified, username,
       blocked, profile, user_metadata, app_metadata, mfa_required, created_at, updated_at, logins_count)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    user.userId,
    user.email,
    user.emailVerified,
    user.phoneNumber,
    user.phoneVerified,
    user.username,
    user.blocked,
    user.profile,
    user.userMetadata,
    user.appMetadata,
    user.mfaRequired,
    user.createdAt,
    user.updatedAt,
  );
}

function userOf(row: UserRow): User {
  return {
    userId: row.user_id,
    email: row.email,
    emailVerified: row.email_verified === 1,
    phoneNumber: row.phone_number,
    phoneVerified: row.phone_verified === 1,
    username: row.username,
    blocked: row.blocked === 1,
    profile: JSON.parse(row.profile) as Profile,
    userMetadata: JSON.parse(row.user_metadata) as Record<string, unknown>,
    appMetadata: JSON.parse(row.app_metadata) as Record<string, unknown>,
    mfaRequired: row.mfa_required === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastLogin: row.last_login,
    loginsCount: row.logins_count,
  };
}
