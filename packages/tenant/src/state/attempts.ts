import type { TenantContext } from "../context.js";

/**
 * Counts an attempt as failed before it is judged, so that parallel guesses cannot slip past the
 * limit, and returns the number of attempts in a row including this one.
 */
export function countAttempt(tenant: TenantContext, subject: string): number {
  const now = tenant.clock.now();
  const forgotten = now - tenant.settings.lifetimes.failedAttempts * 1000;
  tenant.database.run(
    "DELETE FROM attempts WHERE subject = ? AND last_at <= ?",
    subject,
    forgotten,
  );
  const row = tenant.database.one<{ failures: number }>(
    `INSERT INTO attempts (subject, failures, last_at) VALUES (?, 1, ?)
     ON CONFLICT (subject) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at
     RETURNING failures`,
    subject,
    now,
  );
  return row?.failures ?? 1;
}

export function clearAttempts(tenant: TenantContext, subject: string): void {
  tenant.database.run("DELETE FROM attempts WHERE subject = ?", subject);
}
