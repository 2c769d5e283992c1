import type { TenantContext } from "../context.js";
import { digestOf, newSecret } from "../tokens/secret.js";
import { normalizeLogin } from "./identities.js";

/** One signed-in browser. */
export interface Session {
  readonly sid: string;
  readonly userId: string;
  /** When the password was last given, in milliseconds since 1970. */
  readonly authTime: number;
  /** Name of the connection it was signed in by. */
  readonly connection: string;
  /** When a second factor was given, in milliseconds since 1970; null: not yet. */
  readonly mfaAt: number | null;
  /** Clients that have used it. */
  readonly clients: readonly string[];
}

interface SessionRow {
  sid: string;
  user_id: string;
  auth_time: number;
  last_used_at: number;
  connection: string | null;
  mfa_at: number | null;
  clients: string;
}

/** Returns the session and the secret for its cookie. */
export function createSession(
  tenant: TenantContext,
  { userId, connection }: { userId: string; connection: string },
): { session: Session; secret: string } {
  const secret = newSecret();
  const session: Session = {
    sid: newSecret(18),
    userId,
    authTime: tenant.clock.now(),
    connection,
    mfaAt: null,
    clients: [],
  };
  tenant.database.run(
    `INSERT INTO sessions (digest, sid, user_id, auth_time, last_used_at, connection)
     VALUES (?, ?, ?, ?, ?, ?)`,
    digestOf(secret),
    session.sid,
    userId,
    session.authTime,
    session.authTime,
    connection,
  );
  return { session, secret };
}

/** The session of a cookie, unless it was idle too long or is too old; finding it keeps it alive. */
export function useSession(tenant: TenantContext, secret: string): Session | undefined {
  const { database, clock, settings } = tenant;
  const digest = digestOf(secret);
  const row = database.one<SessionRow>("SELECT * FROM sessions WHERE digest = ?", digest);
  if (!row) return undefined;
  const now = clock.now();
  const idle = now - row.last_used_at >= settings.lifetimes.sessionIdle * 1000;
  const old = now - row.auth_time >= settings.lifetimes.sessionAbsolute * 1000;
  if (idle || old) {
    endSession(tenant, secret);
    return undefined;
  }
  database.run("UPDATE sessions SET last_used_at = ? WHERE digest = ?", now, digest);
  return {
    sid: row.sid,
    userId: row.user_id,
    authTime: row.auth_time,
    connection: row.connection ?? "",
    mfaAt: row.mfa_at,
    clients: JSON.parse(row.clients) as string[],
  };
}

/** Remembers that this client has used the session. */
export function noteSessionClient(tenant: TenantContext, session: Session, clientId: string): void {
  if (session.clients.includes(clientId)) return;
  const clients = [...session.clients, clientId];
  tenant.database.run("UPDATE sessions SET clients = ? WHERE sid = ?", clients, session.sid);
}

/** Remembers that a second factor was given. */
export function noteSecondFactor(tenant: TenantContext, sid: string): void {
  tenant.database.run("UPDATE sessions SET mfa_at = ? WHERE sid = ?", tenant.clock.now(), sid);
}

export function endSession(tenant: TenantContext, secret: string): void {
  tenant.database.run("DELETE FROM sessions WHERE digest = ?", digestOf(secret));
}

/** Ends every session, or those of one e-mail address. */
export function endSessions(tenant: TenantContext, email: string | undefined): void {
  if (email === undefined) {
    tenant.database.run("DELETE FROM sessions");
    return;
  }
  tenant.database.run(
    "DELETE FROM sessions WHERE user_id IN (SELECT user_id FROM users WHERE email = ?)",
    normalizeLogin(email),
  );
}
