import type { TenantContext } from "../context.js";
import { digestOf, matchesDigest, newSecret } from "../tokens/secret.js";

/** A code that was sent, or a push that waits for an answer. */
export interface OobChallenge {
  readonly digest: string;
  readonly authenticatorId: string;
  /** What it belongs to: the digest of an MFA token, or the id of a transaction. */
  readonly boundTo: string;
  /** Null for a push. */
  readonly codeDigest: string | null;
  readonly status: "pending" | "approved" | "denied";
  /** When a client last asked about it, in milliseconds since 1970. */
  readonly polledAt: number | null;
  readonly expired: boolean;
}

interface ChallengeRow {
  digest: string;
  authenticator_id: string;
  bound_to: string;
  otp_digest: string | null;
  status: OobChallenge["status"];
  polled_at: number | null;
  expires_at: number;
}

/** Returns the `oob_code`; an earlier challenge of the same kind for the same login is over. */
export function createOobChallenge(
  tenant: TenantContext,
  input: { authenticatorId: string; boundTo: string; code: string | null },
): string {
  const { database, clock, settings } = tenant;
  const oobCode = newSecret();
  endOpenChallenge(tenant, input);
  database.run(
    `INSERT INTO oob_challenges (digest, authenticator_id, bound_to, otp_digest, status, expires_at)
     VALUES (?, ?, ?, ?, 'pending', ?)`,
    digestOf(oobCode),
    input.authenticatorId,
    input.boundTo,
    input.code === null ? null : digestOf(input.code),
    clock.now() + settings.lifetimes.otp * 1000,
  );
  return oobCode;
}

export function findOobChallenge(tenant: TenantContext, oobCode: string): OobChallenge | undefined {
  const row = tenant.database.one<ChallengeRow>(
    "SELECT * FROM oob_challenges WHERE digest = ?",
    digestOf(oobCode),
  );
  return row && challengeOf(tenant, row);
}

/** The last one that a login has had with an authenticator, over or not. */
export function findLastChallenge(
  tenant: TenantContext,
  { authenticatorId, boundTo }: Pick<OobChallenge, "authenticatorId" | "boundTo">,
): OobChallenge | undefined {
  const row = tenant.database.one<ChallengeRow>(
    `SELECT * FROM oob_challenges WHERE authenticator_id = ? AND bound_to = ?
     ORDER BY rowid DESC LIMIT 1`,
    authenticatorId,
    boundTo,
  );
  return row && challengeOf(tenant, row);
}

export function matchesCode({ codeDigest }: OobChallenge, code: string): boolean {
  return codeDigest !== null && matchesDigest(code, codeDigest);
}

export function noteChallengePoll(tenant: TenantContext, { digest }: OobChallenge): void {
  tenant.database.run(
    "UPDATE oob_challenges SET polled_at = ? WHERE digest = ?",
    tenant.clock.now(),
    digest,
  );
}

/** Its status stays: the inbox goes on telling what became of a push. */
export function spendChallenge(tenant: TenantContext, { digest }: OobChallenge): void {
  tenant.database.run("UPDATE oob_challenges SET expires_at = 0 WHERE digest = ?", digest);
}

function endOpenChallenge(
  tenant: TenantContext,
  { authenticatorId, boundTo }: Pick<OobChallenge, "authenticatorId" | "boundTo">,
): void {
  tenant.database.run(
    "UPDATE oob_challenges SET expires_at = 0 WHERE authenticator_id = ? AND bound_to = ?",
    authenticatorId,
    boundTo,
  );
}

function challengeOf(tenant: TenantContext, row: ChallengeRow): OobChallenge {
  return {
    digest: row.digest,
    authenticatorId: row.authenticator_id,
    boundTo: row.bound_to,
    codeDigest: row.otp_digest,
    status: row.status,
    polledAt: row.polled_at,
    expired: tenant.clock.now() >= row.expires_at,
  };
}
