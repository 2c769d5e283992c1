import { createHash } from "node:crypto";
import type { TenantContext } from "../context.js";
import type { TokenFault } from "../faults/token-defects.js";
import type { LoginFacts } from "../state/login-facts.js";
import type { User } from "../state/users.js";
import { organizationClaims, userClaims } from "./claims.js";
import { signIdToken } from "./sign-id-token.js";

export interface IdTokenInput {
  readonly clientId: string;
  readonly user: User;
  readonly scope: string;
  readonly nonce: string | null;
  readonly sid: string | null;
  /** Milliseconds since 1970. */
  readonly authTime: number | null;
  readonly facts: LoginFacts;
  readonly accessToken: string | null;
  readonly fault: TokenFault | null;
}

/** Issues an ID token (OpenID Connect Core 2), wrong in what a fault rule asked for. */
export function issueIdToken(tenant: TenantContext, input: IdTokenInput): Promise<string> {
  const issuedAt = Math.floor(tenant.clock.now() / 1000);
  const claims = {
    // First, so that no hook can overwrite what the protocol defines.
    ...input.facts.idTokenClaims,
    ...userClaims(input.user, input.scope),
    iss: tenant.issuer,
    aud: input.clientId,
    iat: issuedAt,
    exp: issuedAt + tenant.settings.lifetimes.idToken,
    sub: input.user.userId,
    ...organizationClaims(input.facts),
    ...(input.facts.mfa && { amr: ["mfa"] }),
    ...(input.sid !== null && { sid: input.sid }),
    ...(input.authTime !== null && { auth_time: Math.floor(input.authTime / 1000) }),
    ...(input.nonce !== null && { nonce: input.nonce }),
    ...(input.accessToken !== null && { at_hash: leftHalfHash(input.accessToken) }),
  };
  return signIdToken(tenant, claims, input.fault);
}

/** OpenID Connect Core 3.1.3.6, for RS256. */
export function leftHalfHash(token: string): string {
  return createHash("sha256").update(token).digest().subarray(0, 16).toString("base64url");
}
