import type Libsql from "libsql";

/** Brings the schema to the newest version; each step runs once, in a transaction of its own. */
export function migrate(driver: Libsql.Database): void {
  const [row] = driver.prepare("PRAGMA user_version").all() as { user_version: number }[];
  const current = row?.user_version ?? 0;
  if (current > migrations.length) {
    throw new Error(
      `The database has schema ${current}, this tenant knows ${migrations.length}. ` +
        "It was written by a newer version: update the tenant or use another file.",
    );
  }
  migrations.slice(current).forEach((sql, index) => {
    driver.transaction(() => {
      driver.exec(sql);
      driver.exec(`PRAGMA user_version = ${current + index + 1}`);
    })();
  });
}

// Times are milliseconds since 1970. Bearer secrets are stored as SHA-256 digests.
const migrations = [
  `
  CREATE TABLE clients (
    client_id TEXT PRIMARY KEY, name TEXT NOT NULL, callbacks TEXT NOT NULL, web_origins TEXT NOT NULL,
    logout_urls TEXT NOT NULL, grant_types TEXT NOT NULL, refresh_token_rotation INTEGER NOT NULL,
    cross_origin_login INTEGER NOT NULL, token_endpoint_auth_method TEXT NOT NULL, secret_digest TEXT
  ) STRICT;
  CREATE TABLE connections (
    position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, password_policy TEXT NOT NULL,
    no_user_info INTEGER NOT NULL, signup INTEGER NOT NULL, requires_username INTEGER NOT NULL,
    legacy_signup_errors INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE apis (
    audience TEXT PRIMARY KEY, scopes TEXT NOT NULL, token_lifetime INTEGER, browser_token_lifetime INTEGER
  ) STRICT;
  CREATE TABLE logout_urls (url TEXT PRIMARY KEY) STRICT;
  CREATE TABLE users (
    user_id TEXT PRIMARY KEY, connection TEXT NOT NULL, email TEXT NOT NULL, username TEXT,
    password_hash TEXT NOT NULL, email_verified INTEGER NOT NULL, blocked INTEGER NOT NULL,
    profile TEXT NOT NULL, user_metadata TEXT NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL, UNIQUE (connection, email), UNIQUE (connection, username)
  ) STRICT;
  CREATE TABLE sessions (
    digest TEXT PRIMARY KEY, sid TEXT NOT NULL UNIQUE, auth_time INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE tickets (
    digest TEXT PRIMARY KEY, client_id TEXT NOT NULL, co_id TEXT NOT NULL, binding_digest TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE transactions (
    id TEXT PRIMARY KEY, parameters TEXT NOT NULL, username TEXT NOT NULL, sid TEXT,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE codes (
    digest TEXT PRIMARY KEY, client_id TEXT NOT NULL, redirect_uri TEXT NOT NULL, scope TEXT NOT NULL,
    audience TEXT, nonce TEXT, code_challenge TEXT, sid TEXT NOT NULL, auth_time INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, used INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE refresh_families (
    id TEXT PRIMARY KEY, client_id TEXT NOT NULL, scope TEXT NOT NULL, audience TEXT, sid TEXT,
    auth_time INTEGER, code_digest TEXT, expires_at INTEGER NOT NULL, revoked INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE refresh_tokens (
    digest TEXT PRIMARY KEY, last_used_at INTEGER NOT NULL, spent_at INTEGER,
    family_id TEXT NOT NULL REFERENCES refresh_families (id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE attempts (
    subject TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE keys (
    position INTEGER PRIMARY KEY, use TEXT NOT NULL, jwk TEXT NOT NULL
  ) STRICT;
  `,
];
