import type { TokenResponse } from "../authentication/token-response.js";
import { userFromClaims } from "../identity/user.js";
import type { IdTokenClaims } from "../tokens/claims.js";
import type { Session } from "./session.js";

/** Tokens whose ID token has been verified. */
export interface VerifiedTokens extends TokenResponse {
  readonly idToken: string;
  readonly claims: IdTokenClaims;
}

/** What was asked for, which the tenant may leave unsaid in its answer. */
export interface AskedFor {
  readonly scope: string;
  readonly audience?: string | undefined;
}

/** The session that verified tokens stand for. */
export function sessionFromTokens(tokens: VerifiedTokens, asked: AskedFor, now: number): Session {
  const authTime = tokens.claims.auth_time;
  return {
    user: userFromClaims(tokens.claims),
    expiresAt: now + tokens.expiresIn * 1000,
    scope: Object.freeze((tokens.scope ?? asked.scope).split(" ").filter(Boolean)),
    hasRefreshToken: tokens.refreshToken !== undefined,
    ...(asked.audience && { audience: asked.audience }),
    ...(authTime !== undefined && { authenticatedAt: authTime * 1000 }),
  };
}

/** Names the access token of one audience and scope. */
export function accessTokenKey({ audience = "", scope }: AskedFor): string {
  return `${audience} ${scope.split(" ").filter(Boolean).sort().join(" ")}`;
}
