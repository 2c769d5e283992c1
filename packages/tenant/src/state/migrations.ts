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
  `
  CREATE TABLE new_clients (
    client_id TEXT PRIMARY KEY, settings TEXT NOT NULL, secret_digest TEXT
  ) STRICT;
  INSERT INTO new_clients SELECT client_id, json_object(
    'name', name, 'callbacks', json(callbacks), 'webOrigins', json(web_origins),
    'logoutUrls', json(logout_urls), 'grantTypes', json(grant_types),
    'refreshTokenRotation', json(iif(refresh_token_rotation, 'true', 'false')),
    'crossOriginLogin', json(iif(cross_origin_login, 'true', 'false')),
    'tokenEndpointAuthMethod', token_endpoint_auth_method), secret_digest FROM clients;
  DROP TABLE clients;
  ALTER TABLE new_clients RENAME TO clients;

  CREATE TABLE new_connections (
    position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, settings TEXT NOT NULL
  ) STRICT;
  INSERT INTO new_connections SELECT position, name, json_object(
    'strategy', 'auth0', 'passwordPolicy', password_policy,
    'noUserInfo', json(iif(no_user_info, 'true', 'false')),
    'signup', json(iif(signup, 'true', 'false')),
    'requiresUsername', json(iif(requires_username, 'true', 'false')),
    'legacySignupErrors', json(iif(legacy_signup_errors, 'true', 'false'))) FROM connections;
  DROP TABLE connections;
  ALTER TABLE new_connections RENAME TO connections;

  CREATE TABLE new_apis (audience TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
  INSERT INTO new_apis SELECT audience, json_object('scopes', json(scopes),
    'tokenLifetime', token_lifetime, 'browserTokenLifetime', browser_token_lifetime) FROM apis;
  DROP TABLE apis;
  ALTER TABLE new_apis RENAME TO apis;

  CREATE TABLE identities (
    provider TEXT NOT NULL, external_id TEXT NOT NULL, connection TEXT NOT NULL,
    position INTEGER NOT NULL, email TEXT, username TEXT, phone_number TEXT, password_hash TEXT,
    password_history TEXT NOT NULL DEFAULT '[]', profile TEXT NOT NULL DEFAULT '{}',
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    PRIMARY KEY (provider, external_id), UNIQUE (connection, email), UNIQUE (connection, username),
    UNIQUE (connection, phone_number)
  ) STRICT;
  CREATE INDEX identities_of_user ON identities (user_id, position);
  CREATE INDEX sessions_of_user ON sessions (user_id);
  CREATE INDEX refresh_families_of_user ON refresh_families (user_id);
  CREATE INDEX refresh_tokens_of_family ON refresh_tokens (family_id);
  INSERT INTO identities (provider, external_id, connection, position, email, username, password_hash, user_id)
    SELECT 'auth0', substr(user_id, 7), connection, 0, email, username, password_hash, user_id FROM users;
  CREATE TABLE new_users (
    user_id TEXT PRIMARY KEY, email TEXT, email_verified INTEGER NOT NULL, phone_number TEXT,
    phone_verified INTEGER NOT NULL, username TEXT, blocked INTEGER NOT NULL, profile TEXT NOT NULL,
    user_metadata TEXT NOT NULL, app_metadata TEXT NOT NULL, mfa_required INTEGER NOT NULL,
    created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, last_login INTEGER,
    logins_count INTEGER NOT NULL
  ) STRICT;
  INSERT INTO new_users SELECT user_id, email, email_verified, NULL, 0, username, blocked, profile,
    user_metadata, '{}', 0, created_at, updated_at, NULL, 0 FROM users;
  DROP TABLE users;
  ALTER TABLE new_users RENAME TO users;
  CREATE INDEX users_by_email ON users (email);

  ALTER TABLE sessions ADD COLUMN connection TEXT;
  ALTER TABLE sessions ADD COLUMN mfa_at INTEGER;
  ALTER TABLE sessions ADD COLUMN clients TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE tickets ADD COLUMN connection TEXT;
  ALTER TABLE transactions ADD COLUMN consented INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE codes ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE refresh_families ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';

  CREATE TABLE organizations (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, settings TEXT NOT NULL
  ) STRICT;
  CREATE TABLE organization_members (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    PRIMARY KEY (organization_id, user_id)
  ) STRICT;
  CREATE TABLE invitations (
    digest TEXT PRIMARY KEY, client_id TEXT NOT NULL, email TEXT NOT NULL, inviter TEXT NOT NULL,
    expires_at INTEGER NOT NULL, used INTEGER NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE consents (
    client_id TEXT NOT NULL, audience TEXT NOT NULL, scope TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, client_id, audience)
  ) STRICT;

  CREATE TABLE otps (
    connection TEXT NOT NULL, address TEXT NOT NULL, digest TEXT NOT NULL, client_id TEXT NOT NULL,
    external_id TEXT NOT NULL, tries INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    PRIMARY KEY (connection, address)
  ) STRICT;

  CREATE TABLE authenticators (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, channel TEXT, address TEXT, secret TEXT,
    last_step INTEGER, active INTEGER NOT NULL, created_at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX authenticators_of_user ON authenticators (user_id);
  CREATE TABLE mfa_tokens (
    digest TEXT PRIMARY KEY, client_id TEXT NOT NULL, request TEXT NOT NULL,
    expires_at INTEGER NOT NULL, used INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE oob_challenges (
    digest TEXT PRIMARY KEY, bound_to TEXT NOT NULL, otp_digest TEXT, status TEXT NOT NULL,
    polled_at INTEGER, expires_at INTEGER NOT NULL,
    authenticator_id TEXT NOT NULL REFERENCES authenticators (id) ON DELETE CASCADE
  ) STRICT;

  DROP TABLE attempts;
  CREATE TABLE attempts (
    kind TEXT NOT NULL, subject TEXT NOT NULL, address TEXT NOT NULL, count INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, PRIMARY KEY (kind, subject, address)
  ) STRICT;
  CREATE TABLE account_tickets (
    digest TEXT PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL, expires_at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;

  CREATE TABLE idp_users (
    connection TEXT NOT NULL, external_id TEXT NOT NULL, profile TEXT NOT NULL,
    PRIMARY KEY (connection, external_id)
  ) STRICT;
  CREATE TABLE idp_codes (
    digest TEXT PRIMARY KEY, connection TEXT NOT NULL, external_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE captchas (
    digest TEXT PRIMARY KEY, answer TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL,
    recipient TEXT NOT NULL, subject TEXT NOT NULL, code TEXT, url TEXT, locale TEXT,
    client_id TEXT, push TEXT
  ) STRICT;

  CREATE TABLE tenant_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
  `
  CREATE TABLE device_credentials (
    id TEXT PRIMARY KEY, client_id TEXT NOT NULL, device_id TEXT NOT NULL, device_name TEXT NOT NULL,
    value TEXT NOT NULL, created_at INTEGER NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX device_credentials_of_user ON device_credentials (user_id);
  `,
];
