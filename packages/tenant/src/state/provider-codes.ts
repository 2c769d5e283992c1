import type { TenantContext } from "../context.js";
import { digestOf, newSecret } from "../tokens/secret.js";

/** Who answered at a stand-in provider. */
export interface ProviderAnswer {
  /** Name of the connection. */
  readonly connection: string;
  readonly externalId: string;
}

interface ProviderCodeRow {
  connection: string;
  external_id: string;
  expires_at: number;
}

/** The code that a provider sends back with the browser. */
export function createProviderCode(tenant: TenantContext, answer: ProviderAnswer): string {
  const code = newSecret();
  tenant.database.run(
    "INSERT INTO idp_codes (digest, connection, external_id, expires_at) VALUES (?, ?, ?, ?)",
    digestOf(code),
    answer.connection,
    answer.externalId,
    tenant.clock.now() + tenant.settings.lifetimes.code * 1000,
  );
  return code;
}

/** A code is gone once presented, whatever becomes of it. */
export function spendProviderCode(tenant: TenantContext, code: string): ProviderAnswer | undefined {
  const row = tenant.database.one<ProviderCodeRow>(
    "DELETE FROM idp_codes WHERE digest = ? RETURNING *",
    digestOf(code),
  );
  if (!row || tenant.clock.now() >= row.expires_at) return undefined;
  return { connection: row.connection, externalId: row.external_id };
}
