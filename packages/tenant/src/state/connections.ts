import type { Database } from "./database.js";

export type PasswordPolicyName = "none" | "low" | "fair" | "good" | "excellent";

/** A named source of users. */
export type Connection = DatabaseConnection | PasswordlessConnection | ProviderConnection;

/** Users who sign in with a password that this tenant keeps. */
export interface DatabaseConnection {
  readonly strategy: "auth0";
  readonly name: string;
  readonly passwordPolicy: PasswordPolicyName;
  readonly noUserInfo: boolean;
  readonly noDictionary: boolean;
  /** How many former passwords are refused; 0: none. */
  readonly passwordHistory: number;
  readonly signup: boolean;
  readonly requiresUsername: boolean;
  readonly legacySignupErrors: boolean;
}

/** Users who sign in with a code or a link. */
export interface PasswordlessConnection {
  readonly strategy: "email" | "sms";
  readonly name: string;
  /** Whether an unknown address becomes a new user. */
  readonly signup: boolean;
}

/** Users who sign in elsewhere: a social or enterprise provider, played by a stand-in page. */
export interface ProviderConnection {
  readonly strategy: string;
  readonly kind: "social" | "enterprise";
  readonly name: string;
  /** What the button on the hosted page says. */
  readonly displayName: string;
  /** E-mail domains that are sent to this provider. */
  readonly domains: readonly string[];
  /** As with Auth0's development keys, a silent request is always `login_required`. */
  readonly developmentKeys: boolean;
  /** Networks whose computers sign in by themselves (Kerberos). */
  readonly ipRanges: readonly string[];
}

/** The part of a connection that is stored as JSON. */
export type ConnectionSettings = WithoutName<Connection>;
type WithoutName<Kind> = Kind extends unknown ? Omit<Kind, "name"> : never;

interface ConnectionRow {
  name: string;
  settings: string;
}

const databaseDefaults = { noDictionary: false, passwordHistory: 0 };
const providerDefaults = { ipRanges: [] };

export function findConnection(
  database: Database,
  name: string | undefined,
): Connection | undefined {
  const row = database.one<ConnectionRow>("SELECT * FROM connections WHERE name = ?", name);
  return row && connectionOf(row);
}

/** A database connection of that name. */
export function findDatabaseConnection(
  database: Database,
  name: string | undefined,
): DatabaseConnection | undefined {
  const connection = findConnection(database, name);
  return connection && isDatabase(connection) ? connection : undefined;
}

/** In the order of the seed. */
export function listConnections(database: Database): Connection[] {
  return database
    .all<ConnectionRow>("SELECT * FROM connections ORDER BY position")
    .map(connectionOf);
}

/** The default directory: where `password` without a realm looks, and what the hosted page uses. */
export function defaultConnection(database: Database): DatabaseConnection | undefined {
  return listConnections(database).find(isDatabase);
}

export function isDatabase(connection: Connection): connection is DatabaseConnection {
  return connection.strategy === "auth0";
}

export function isPasswordless(connection: Connection): connection is PasswordlessConnection {
  return connection.strategy === "email" || connection.strategy === "sms";
}

export function isProvider(connection: Connection): connection is ProviderConnection {
  return "kind" in connection;
}

/** Creates the connection or updates it. */
export function saveConnection(database: Database, { name, ...settings }: Connection): void {
  database.run(
    `INSERT INTO connections (name, settings) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET settings = excluded.settings`,
    name,
    settings,
  );
}

function connectionOf(row: ConnectionRow): Connection {
  const settings = JSON.parse(row.settings) as ConnectionSettings;
  return { ...defaultsOf(settings), ...settings, name: row.name } as Connection;
}

/** What an older version did not store. */
function defaultsOf(settings: ConnectionSettings): Partial<ConnectionSettings> {
  if (settings.strategy === "auth0") return databaseDefaults;
  return "kind" in settings ? providerDefaults : {};
}
