import type { TenantContext } from "../context.js";
import { loginFactsOf, type LoginFacts } from "./login-facts.js";
import { digestOf, newSecret } from "../tokens/secret.js";

/** All refresh tokens that descend from one sign-in; they live and die together. */
export interface RefreshFamily {
  readonly id: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scope: string;
  readonly audience: string | null;
  readonly sid: string | null;
  readonly authTime: number | null;
  readonly facts: LoginFacts;
}

interface FamilyRow {
  id: string;
  client_id: string;
  user_id: string;
  scope: string;
  audience: string | null;
  sid: string | null;
  auth_time: number | null;
  facts: string;
  expires_at: number;
  revoked: number;
  last_used_at: number;
  spent_at: number | null;
}

/** Starts a family; `code` is the authorization code it came from, so that its reuse can end it. */
export function startRefreshFamily(
  tenant: TenantContext,
  family: Omit<RefreshFamily, "id">,
  code: string | null,
): string {
  const id = newSecret(18);
  tenant.database.run(
    `INSERT INTO refresh_families
       (id, client_id, user_id, scope, audience, sid, auth_time, facts, code_digest,
        expires_at, revoked)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    id,
    family.clientId,
    family.userId,
    family.scope,
    family.audience,
    family.sid,
    family.authTime,
    family.facts,
    code && digestOf(code),
    tenant.clock.now() + tenant.settings.lifetimes.refreshTokenAbsolute * 1000,
  );
  return addRefreshToken(tenant, id);
}

/** Issues the next token of a family. */
export function addRefreshToken(tenant: TenantContext, familyId: string): string {
  const token = newSecret();
  tenant.database.run(
    "INSERT INTO refresh_tokens (digest, family_id, last_used_at) VALUES (?, ?, ?)",
    digestOf(token),
    familyId,
    tenant.clock.now(),
  );
  return token;
}

/**
 * Spends (rotating clients) or touches a refresh token and returns its family.
 * A token that was already spent ends its whole family.
 */
export function presentRefreshToken(
  tenant: TenantContext,
  token: string,
  client: { clientId: string; refreshTokenRotation: boolean },
): RefreshFamily | undefined {
  const { database, clock, settings } = tenant;
  const now = clock.now();
  return database.transaction(() => {
    const row = findRow(tenant, token);
    if (!row || row.client_id !== client.clientId || row.revoked === 1) return undefined;
    if (row.expires_at <= now) return undefined;
    if (now - row.last_used_at >= settings.lifetimes.refreshTokenIdle * 1000) return undefined;
    if (row.spent_at !== null) {
      // A clock that was set back must not make it good again.
      const spentFor = now - row.spent_at;
      const inLeeway = spentFor >= 0 && spentFor < settings.lifetimes.refreshTokenLeeway * 1000;
      if (inLeeway) return familyOf(row);
      database.run("UPDATE refresh_families SET revoked = 1 WHERE id = ?", row.id);
      return undefined;
    }
    database.run(
      "UPDATE refresh_tokens SET last_used_at = ?, spent_at = ? WHERE digest = ?",
      now,
      client.refreshTokenRotation ? now : null,
      digestOf(token),
    );
    return familyOf(row);
  });
}

/** Ends the family of a token of this client; unknown tokens are nobody's business. */
export function revokeRefreshToken(tenant: TenantContext, token: string, clientId: string): void {
  const row = findRow(tenant, token);
  if (row?.client_id !== clientId) return;
  tenant.database.run("UPDATE refresh_families SET revoked = 1 WHERE id = ?", row.id);
}

/** Ends what a replayed authorization code had led to (RFC 6749 section 4.1.2). */
export function revokeFamiliesOfCode(tenant: TenantContext, code: string): void {
  tenant.database.run(
    "UPDATE refresh_families SET revoked = 1 WHERE code_digest = ?",
    digestOf(code),
  );
}

function findRow(tenant: TenantContext, token: string): FamilyRow | undefined {
  return tenant.database.one<FamilyRow>(
    `SELECT family.*, token.last_used_at, token.spent_at
     FROM refresh_tokens token JOIN refresh_families family ON family.id = token.family_id
     WHERE token.digest = ?`,
    digestOf(token),
  );
}

function familyOf(row: FamilyRow): RefreshFamily {
  return {
    id: row.id,
    clientId: row.client_id,
    userId: row.user_id,
    scope: row.scope,
    audience: row.audience,
    sid: row.sid,
    authTime: row.auth_time,
    facts: loginFactsOf(row.facts),
  };
}
