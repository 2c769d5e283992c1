import type { Database } from "./database.js";

/** `otp`: an authenticator app. `oob`: a code or question sent over another channel. */
export type AuthenticatorType = "otp" | "oob" | "recovery-code";
/** `auth0` is a push. */
export type OobChannel = "sms" | "email" | "voice" | "auth0";
/** What an authenticator is; its id begins with it. */
export type AuthenticatorKind = (typeof kindOfChannel)[OobChannel] | "totp" | "recovery-code";

const kindOfChannel = { sms: "sms", email: "email", voice: "voice", auth0: "push" } as const;

/** A second factor of a user. */
export interface Authenticator {
  /** Such as `totp|dev_…` or `sms|dev_…`. */
  readonly id: string;
  readonly userId: string;
  readonly type: AuthenticatorType;
  readonly channel: OobChannel | null;
  /** Phone number or e-mail address of an out-of-band channel. */
  readonly address: string | null;
  /** Base32 secret of an authenticator app, or digest of a recovery code. */
  readonly secret: string | null;
  /** The last TOTP time step that was accepted; none is accepted twice. */
  readonly lastStep: number | null;
  /** False until its first code was given. */
  readonly active: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

interface AuthenticatorRow {
  id: string;
  user_id: string;
  type: AuthenticatorType;
  channel: OobChannel | null;
  address: string | null;
  secret: string | null;
  last_step: number | null;
  active: number;
  created_at: number;
}

/** Oldest first, those that are not yet confirmed included. */
export function listAuthenticators(database: Database, userId: string): Authenticator[] {
  return database
    .all<AuthenticatorRow>(
      "SELECT * FROM authenticators WHERE user_id = ? ORDER BY created_at, rowid",
      userId,
    )
    .map(authenticatorOf);
}

export function findAuthenticator(database: Database, id: string): Authenticator | undefined {
  const row = database.one<AuthenticatorRow>("SELECT * FROM authenticators WHERE id = ?", id);
  return row && authenticatorOf(row);
}

/** The second factors that a user confirmed; a recovery code is none of them. */
export function listFactors(database: Database, userId: string): Authenticator[] {
  return listAuthenticators(database, userId).filter(
    ({ active, type }) => active && type !== "recovery-code",
  );
}

/** Whether the user confirmed a second factor. */
export function hasAuthenticator(database: Database, userId: string): boolean {
  return listFactors(database, userId).length > 0;
}

export function kindOf({ type, channel }: Authenticator): AuthenticatorKind {
  if (channel !== null) return kindOfChannel[channel];
  return type === "otp" ? "totp" : "recovery-code";
}

export function addAuthenticator(database: Database, authenticator: Authenticator): void {
  database.run(
    `INSERT INTO authenticators
       (id, user_id, type, channel, address, secret, last_step, active, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    authenticator.id,
    authenticator.userId,
    authenticator.type,
    authenticator.channel,
    authenticator.address,
    authenticator.secret,
    authenticator.lastStep,
    authenticator.active,
    authenticator.createdAt,
  );
}

/** Confirms whatever the user has begun to enroll. */
export function activateAuthenticators(database: Database, userId: string): void {
  database.run("UPDATE authenticators SET active = 1 WHERE user_id = ?", userId);
}

/** Drops what the user has begun to enroll and did not confirm. */
export function removeUnconfirmed(database: Database, userId: string): void {
  database.run("DELETE FROM authenticators WHERE user_id = ? AND active = 0", userId);
}

export function removeRecoveryCode(database: Database, userId: string): void {
  database.run("DELETE FROM authenticators WHERE user_id = ? AND type = 'recovery-code'", userId);
}

/** A recovery code goes with the last factor that it stands in for. */
export function removeAuthenticator(database: Database, { id, userId }: Authenticator): void {
  database.transaction(() => {
    database.run("DELETE FROM authenticators WHERE id = ?", id);
    if (!hasAuthenticator(database, userId)) removeRecoveryCode(database, userId);
  });
}

/** Spends a TOTP time step; false if it, or a later one, was spent before (RFC 6238 section 5.2). */
export function spendStep(database: Database, id: string, step: number): boolean {
  return (
    database.run(
      "UPDATE authenticators SET last_step = ?1 WHERE id = ?2 AND (last_step IS NULL OR last_step < ?1)",
      step,
      id,
    ) === 1
  );
}

function authenticatorOf(row: AuthenticatorRow): Authenticator {
  return {
    id: row.id,
    userId: row.user_id,
    type: row.type,
    channel: row.channel,
    address: row.address,
    secret: row.secret,
    lastStep: row.last_step,
    active: row.active === 1,
    createdAt: row.created_at,
  };
}
