import type { TenantContext } from "../context.js";
import { findUser, findUsersByEmail, updateUser, type UserChanges } from "./users.js";

/** What the tenant holds, for tests to look at. */
export interface TenantState {
  /** Rows, whether or not they have expired. */
  readonly counts: Readonly<Record<keyof typeof countedTables, number>>;
  /** Oldest first. */
  readonly users: readonly StateUser[];
}

/** A user, without what signs them in. */
export interface StateUser {
  readonly userId: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly phoneNumber: string | null;
  readonly username: string | null;
  /** Of all identities, the first one first. */
  readonly connections: readonly string[];
  readonly blocked: boolean;
  readonly mfaRequired: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly lastLogin: number | null;
  readonly loginsCount: number;
  /** How many browsers are signed in. */
  readonly sessions: number;
}

/** What a test may change of a user. */
export type StateUserChanges = Pick<UserChanges, "blocked" | "emailVerified" | "mfaRequired">;

const countedTables = {
  users: "users",
  identities: "identities",
  sessions: "sessions",
  transactions: "transactions",
  loginTickets: "tickets",
  codes: "codes",
  refreshFamilies: "refresh_families",
  refreshTokens: "refresh_tokens",
  authenticators: "authenticators",
  organizations: "organizations",
  messages: "messages",
} as const;

type UserRow = Record<"user_id" | "connections", string> &
  Record<"email" | "phone_number" | "username", string | null> &
  Record<"email_verified" | "blocked" | "mfa_required" | "created_at" | "logins_count", number> &
  Record<"sessions", number> &
  Record<"last_login", number | null>;

export function readState(tenant: TenantContext): TenantState {
  return { counts: countRows(tenant), users: listUsers(tenant) };
}

/** Changes a user, named by id or by e-mail address; false if there is none. */
export function changeUser(tenant: TenantContext, who: string, changes: StateUserChanges): boolean {
  const { database, clock } = tenant;
  const byId = findUser(database, who);
  const users = byId ? [byId] : findUsersByEmail(database, who);
  for (const { userId } of users) updateUser(database, userId, changes, clock.now());
  return users.length > 0;
}

function countRows({ database }: TenantContext): TenantState["counts"] {
  const columns = Object.entries(countedTables).map(
    ([name, table]) => `(SELECT count(*) FROM ${table}) AS ${name}`,
  );
  const [row] = database.all<TenantState["counts"]>(`SELECT ${columns.join(", ")}`);
  if (!row) throw new Error("The database returned no counts.");
  return row;
}

function listUsers({ database }: TenantContext): StateUser[] {
  return database
    .all<UserRow>(
      `SELECT users.*,
         (SELECT json_group_array(connection) FROM
           (SELECT connection FROM identities WHERE user_id = users.user_id ORDER BY position)
         ) AS connections, coalesce(open.sessions, 0) AS sessions
       FROM users LEFT JOIN (SELECT user_id, count(*) AS sessions FROM sessions GROUP BY user_id) open
         ON open.user_id = users.user_id
       ORDER BY users.created_at, users.rowid`,
    )
    .map((row) => ({
      userId: row.user_id,
      email: row.email,
      emailVerified: row.email_verified === 1,
      phoneNumber: row.phone_number,
      username: row.username,
      connections: JSON.parse(row.connections) as string[],
      blocked: row.blocked === 1,
      mfaRequired: row.mfa_required === 1,
      createdAt: row.created_at,
      lastLogin: row.last_login,
      loginsCount: row.logins_count,
      sessions: row.sessions,
    }));
}
