import type { Database } from "./database.js";

export type PasswordPolicyName = "none" | "low" | "fair" | "good" | "excellent";

/** A database connection: a named source of users. */
export interface Connection {
  readonly name: string;
  readonly passwordPolicy: PasswordPolicyName;
  readonly noUserInfo: boolean;
  readonly signup: boolean;
  readonly requiresUsername: boolean;
  readonly legacySignupErrors: boolean;
}

interface ConnectionRow {
  name: string;
  password_policy: PasswordPolicyName;
  no_user_info: number;
  signup: number;
  requires_username: number;
  legacy_signup_errors: number;
}

export function findConnection(
  database: Database,
  name: string | undefined,
): Connection | undefined {
  const row = database.one<ConnectionRow>("SELECT * FROM connections WHERE name = ?", name);
  return row && connectionOf(row);
}

/** The default directory: where `password` without a realm looks, and what the hosted page uses. */
export function defaultConnection(database: Database): Connection | undefined {
  const row = database.one<ConnectionRow>("SELECT * FROM connections ORDER BY position LIMIT 1");
  return row && connectionOf(row);
}

/** Creates the connection or updates it. */
export function saveConnection(database: Database, connection: Connection): void {
  database.run(
    `INSERT INTO connections
       (name, password_policy, no_user_info, signup, requires_username, legacy_signup_errors)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET password_policy = excluded.password_policy,
       no_user_info = excluded.no_user_info, signup = excluded.signup,
       requires_username = excluded.requires_username,
       legacy_signup_errors = excluded.legacy_signup_errors`,
    connection.name,
    connection.passwordPolicy,
    connection.noUserInfo,
    connection.signup,
    connection.requiresUsername,
    connection.legacySignupErrors,
  );
}

function connectionOf(row: ConnectionRow): Connection {
  return {
    name: row.name,
    passwordPolicy: row.password_policy,
    noUserInfo: row.no_user_info === 1,
    signup: row.signup === 1,
    requiresUsername: row.requires_username === 1,
    legacySignupErrors: row.legacy_signup_errors === 1,
  };
}
