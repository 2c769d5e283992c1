import type { TenantContext } from "../context.js";
import { digestOf, newSecret } from "../tokens/secret.js";
import type { LoginFacts } from "./login-facts.js";

/** The token request that waits for a second factor. */
export interface MfaRequest {
  readonly scope: string;
  readonly audience: string | null;
  readonly facts: LoginFacts;
}

export interface MfaToken {
  readonly clientId: string;
  readonly userId: string;
  readonly request: MfaRequest;
  readonly status: "open" | "expired" | "used";
}

interface MfaTokenRow {
  client_id: string;
  user_id: string;
  request: string;
  expires_at: number;
  used: number;
}

/** Issues the `mfa_token` of an `mfa_required` answer. */
export function createMfaToken(
  tenant: TenantContext,
  input: { clientId: string; userId: string; request: MfaRequest },
): string {
  const token = newSecret();
  tenant.database.run(
    `INSERT INTO mfa_tokens (digest, client_id, user_id, request, expires_at, used)
     VALUES (?, ?, ?, ?, ?, 0)`,
    digestOf(token),
    input.clientId,
    input.userId,
    input.request,
    tenant.clock.now() + tenant.settings.lifetimes.mfaToken * 1000,
  );
  return token;
}

export function findMfaToken(tenant: TenantContext, token: string): MfaToken | undefined {
  const row = tenant.database.one<MfaTokenRow>(
    "SELECT * FROM mfa_tokens WHERE digest = ?",
    digestOf(token),
  );
  if (!row) return undefined;
  const expired = tenant.clock.now() >= row.expires_at;
  return {
    clientId: row.client_id,
    userId: row.user_id,
    request: JSON.parse(row.request) as MfaRequest,
    status: row.used === 1 ? "used" : expired ? "expired" : "open",
  };
}

/** False if it was used in the meantime. */
export function spendMfaToken(tenant: TenantContext, token: string): boolean {
  return (
    tenant.database.run(
      "UPDATE mfa_tokens SET used = 1 WHERE digest = ? AND used = 0",
      digestOf(token),
    ) === 1
  );
}
