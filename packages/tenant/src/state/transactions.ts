import type { TenantContext } from "../context.js";
import { newSecret } from "../tokens/secret.js";

/** An `/authorize` request waiting for a reader on a hosted page. */
export interface Transaction {
  readonly id: string;
  /** The query of the `/authorize` request. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly username: string;
  /** The session that its login created; null while the page is still open. */
  readonly sid: string | null;
  /** Whether the reader has agreed on the consent page. */
  readonly consented: boolean;
}

interface TransactionRow {
  id: string;
  parameters: string;
  username: string;
  sid: string | null;
  consented: number;
}

export function createTransaction(
  tenant: TenantContext,
  parameters: Readonly<Record<string, string>>,
  username: string,
): Transaction {
  const id = newSecret(24);
  tenant.database.run(
    "INSERT INTO transactions (id, parameters, username, expires_at) VALUES (?, ?, ?, ?)",
    id,
    parameters,
    username,
    tenant.clock.now() + tenant.settings.lifetimes.transaction * 1000,
  );
  return { id, parameters, username, sid: null, consented: false };
}

export function findTransaction(
  tenant: TenantContext,
  id: string | undefined,
): Transaction | undefined {
  const row = tenant.database.one<TransactionRow>(
    "SELECT * FROM transactions WHERE id = ? AND expires_at > ?",
    id,
    tenant.clock.now(),
  );
  if (!row) return undefined;
  return {
    id: row.id,
    parameters: JSON.parse(row.parameters) as Record<string, string>,
    username: row.username,
    sid: row.sid,
    consented: row.consented === 1,
  };
}

/** Notes that the reader signed in; `/authorize/resume` then answers the application. */
export function completeTransaction(tenant: TenantContext, id: string, sid: string): void {
  // What one reader agreed to on the consent page, the next one did not.
  tenant.database.run(
    "UPDATE transactions SET consented = iif(sid IS ?1, consented, 0), sid = ?1 WHERE id = ?2",
    sid,
    id,
  );
}

export function noteConsent(tenant: TenantContext, id: string): void {
  tenant.database.run("UPDATE transactions SET consented = 1 WHERE id = ?", id);
}

/** Replaces the parameters, as when the reader chose an organization. */
export function updateTransaction(
  tenant: TenantContext,
  id: string,
  parameters: Readonly<Record<string, string>>,
): void {
  tenant.database.run("UPDATE transactions SET parameters = ? WHERE id = ?", parameters, id);
}

export function removeTransaction(tenant: TenantContext, id: string): void {
  tenant.database.run("DELETE FROM transactions WHERE id = ?", id);
}
