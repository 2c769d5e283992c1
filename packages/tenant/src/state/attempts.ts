import type { TenantContext } from "../context.js";

/** Failed sign-ins in a row, apart from those that are too long ago. */
export function countFailures(tenant: TenantContext, subject: string): number {
  const row = tenant.database.one<{ failures: number }>(
    "SELECT failures FROM attempts WHERE subject = ? AND last_at > ?",
    subject,
    tenant.clock.now() - tenant.settings.lifetimes.failedAttempts * 1000,
  );
  return row?.failures ?? 0;
}

export function noteFailure(tenant: TenantContext, subject: string): void {
  tenant.database.run(
    "INSERT OR REPLACE INTO attempts (subject, failures, last_at) VALUES (?, ?, ?)",
    subject,
    countFailures(tenant, subject) + 1,
    tenant.clock.now(),
  );
}

export function clearFailures(tenant: TenantContext, subject: string): void {
  tenant.database.run("DELETE FROM attempts WHERE subject = ?", subject);
}
