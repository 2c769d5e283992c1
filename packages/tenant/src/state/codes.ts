import type { TenantContext } from "../context.js";
import { loginFactsOf, type LoginFacts } from "./login-facts.js";
import { digestOf, newSecret } from "../tokens/secret.js";

/** What an authorization code stands for. */
export interface CodeGrant {
  readonly clientId: string;
  readonly userId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly audience: string | null;
  readonly nonce: string | null;
  readonly codeChallenge: string | null;
  readonly sid: string;
  readonly authTime: number;
  readonly facts: LoginFacts;
}

interface CodeRow {
  client_id: string;
  user_id: string;
  redirect_uri: string;
  scope: string;
  audience: string | null;
  nonce: string | null;
  code_challenge: string | null;
  sid: string;
  auth_time: number;
  facts: string;
  expires_at: number;
  used: number;
}

export type PresentedCode =
  | { readonly status: "unknown" | "expired" | "used" }
  | { readonly status: "fresh"; readonly grant: CodeGrant };

export function createCode(tenant: TenantContext, grant: CodeGrant): string {
  const code = newSecret();
  tenant.database.run(
    `INSERT INTO codes (digest, client_id, user_id, redirect_uri, scope, audience, nonce,
       code_challenge, sid, auth_time, facts, expires_at, used)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    digestOf(code),
    grant.clientId,
    grant.userId,
    grant.redirectUri,
    grant.scope,
    grant.audience,
    grant.nonce,
    grant.codeChallenge,
    grant.sid,
    grant.authTime,
    grant.facts,
    tenant.clock.now() + tenant.settings.lifetimes.code * 1000,
  );
  return code;
}

/** Spends the code for the client it was issued to; another client leaves it untouched. */
export function presentCode(tenant: TenantContext, code: string, clientId: string): PresentedCode {
  const digest = digestOf(code);
  const row = tenant.database.one<CodeRow>("SELECT * FROM codes WHERE digest = ?", digest);
  if (!row || row.client_id !== clientId) return { status: "unknown" };
  if (row.used === 1) return { status: "used" };
  tenant.database.run("UPDATE codes SET used = 1 WHERE digest = ?", digest);
  if (tenant.clock.now() >= row.expires_at) return { status: "expired" };
  return {
    status: "fresh",
    grant: {
      clientId: row.client_id,
      userId: row.user_id,
      redirectUri: row.redirect_uri,
      scope: row.scope,
      audience: row.audience,
      nonce: row.nonce,
      codeChallenge: row.code_challenge,
      sid: row.sid,
      authTime: row.auth_time,
      facts: loginFactsOf(row.facts),
    },
  };
}
