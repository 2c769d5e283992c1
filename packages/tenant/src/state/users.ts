import { randomBytes } from "node:crypto";
import type { Database } from "./database.js";

/** Root profile fields that signup accepts and ID tokens carry. */
export interface Profile {
  name?: string;
  given_name?: string;
  family_name?: string;
  nickname?: string;
  picture?: string;
}

export interface User {
  /** `auth0|…`, the `sub` of tokens. */
  readonly userId: string;
  readonly connection: string;
  /** Lower case. */
  readonly email: string;
  readonly username: string | null;
  readonly passwordHash: string;
  readonly emailVerified: boolean;
  readonly blocked: boolean;
  readonly profile: Profile;
  readonly userMetadata: Record<string, unknown>;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

export type NewUser = Omit<User, "userId" | "updatedAt">;

interface UserRow {
  user_id: string;
  connection: string;
  email: string;
  username: string | null;
  password_hash: string;
  email_verified: number;
  blocked: number;
  profile: string;
  user_metadata: string;
  updated_at: number;
}

export function findUser(database: Database, userId: string): User | undefined {
  const row = database.one<UserRow>("SELECT * FROM users WHERE user_id = ?", userId);
  return row && userOf(row);
}

/** Finds by e-mail address or username, in any case. */
export function findUserByLogin(
  database: Database,
  connection: string,
  login: string,
): User | undefined {
  const row = database.one<UserRow>(
    "SELECT * FROM users WHERE connection = ?1 AND (email = ?2 OR username = ?2)",
    connection,
    normalizeLogin(login),
  );
  return row && userOf(row);
}

/** Throws the database's duplicate error (see `isDuplicate`) if e-mail or username is taken. */
export function createUser(database: Database, user: NewUser, now: number): User {
  const created: User = {
    ...user,
    userId: `auth0|${randomBytes(12).toString("hex")}`,
    email: normalizeLogin(user.email),
    username: user.username === null ? null : normalizeLogin(user.username),
    updatedAt: now,
  };
  database.run(
    "INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    created.userId,
    created.connection,
    created.email,
    created.username,
    created.passwordHash,
    created.emailVerified,
    created.blocked,
    created.profile,
    created.userMetadata,
    now,
    now,
  );
  return created;
}

export function normalizeLogin(login: string): string {
  return login.trim().toLowerCase();
}

function userOf(row: UserRow): User {
  return {
    userId: row.user_id,
    connection: row.connection,
    email: row.email,
    username: row.username,
    passwordHash: row.password_hash,
    emailVerified: row.email_verified === 1,
    blocked: row.blocked === 1,
    profile: JSON.parse(row.profile) as Profile,
    userMetadata: JSON.parse(row.user_metadata) as Record<string, unknown>,
    updatedAt: row.updated_at,
  };
}
