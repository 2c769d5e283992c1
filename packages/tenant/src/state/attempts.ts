import type { TenantContext } from "../context.js";

/**
 * What is counted: failed sign-ins for an account and a caller's address, failed sign-ins of an
 * address whatever the account, mails that an address asks for, and wrong codes of a second factor.
 */
export interface AttemptKey {
  readonly kind: "account" | "address" | "reset" | "passwordless" | "mfa";
  /** Empty where only the address matters. */
  readonly subject: string;
  readonly address: string;
}

export interface Attempts {
  readonly count: number;
  /** Milliseconds since 1970, tenant's clock. */
  readonly expiresAt: number;
}

/** How long a count is kept, in seconds: from the last attempt on, or from the first one. */
export interface AttemptMemory {
  readonly seconds: number;
  readonly from: "first" | "last";
}

interface AttemptRow {
  count: number;
  expires_at: number;
}

export function readAttempts(tenant: TenantContext, key: AttemptKey): Attempts | undefined {
  const row = tenant.database.one<AttemptRow>(
    `SELECT count, expires_at FROM attempts
     WHERE kind = ? AND subject = ? AND address = ? AND expires_at > ?`,
    key.kind,
    key.subject,
    key.address,
    tenant.clock.now(),
  );
  return row && { count: row.count, expiresAt: row.expires_at };
}

export function countAttempts(tenant: TenantContext, key: AttemptKey): number {
  return readAttempts(tenant, key)?.count ?? 0;
}

/** Counts one more, and returns the count with it. */
export function noteAttempt(
  tenant: TenantContext,
  key: AttemptKey,
  { seconds, from }: AttemptMemory,
): Attempts {
  const before = readAttempts(tenant, key);
  const freshEnd = tenant.clock.now() + seconds * 1000;
  const noted: Attempts = {
    count: (before?.count ?? 0) + 1,
    expiresAt: before && from === "first" ? before.expiresAt : freshEnd,
  };
  tenant.database.run(
    `INSERT OR REPLACE INTO attempts (kind, subject, address, count, expires_at)
     VALUES (?, ?, ?, ?, ?)`,
    key.kind,
    key.subject,
    key.address,
    noted.count,
    noted.expiresAt,
  );
  return noted;
}

/** Forgets one count; without an address, those of every address. */
export function clearAttempts(
  tenant: TenantContext,
  { kind, subject, address }: Omit<AttemptKey, "address"> & { readonly address?: string },
): void {
  tenant.database.run(
    "DELETE FROM attempts WHERE kind = ?1 AND subject = ?2 AND (?3 IS NULL OR address = ?3)",
    kind,
    subject,
    address,
  );
}
