import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { userFromClaims } from "../identity/user.js";
import type { AskedFor } from "./asked-for.js";
import type { Session } from "./session.js";
import type { AccessToken } from "./session-store.js";

/** The session that verified tokens stand for. */
export function sessionFromTokens(tokens: VerifiedTokens, asked: AskedFor, now: number): Session {
  const { auth_time: authTime, org_id: organization } = tokens.claims;
  return {
    user: userFromClaims(tokens.claims),
    expiresAt: now + tokens.expiresIn * 1000,
    scope: Object.freeze((tokens.scope ?? asked.scope).split(" ").filter(Boolean)),
    hasRefreshToken: tokens.refreshToken !== undefined,
    ...(typeof organization === "string" && { organization }),
    ...(asked.audience && { audience: asked.audience }),
    ...(authTime !== undefined && { authenticatedAt: authTime * 1000 }),
  };
}

/** The access token among them, with what it takes to verify it again. */
export function accessTokenOf(tokens: VerifiedTokens, now: number): AccessToken {
  const { accessToken, expiresIn, idToken, scope } = tokens;
  return { value: accessToken, expiresAt: now + expiresIn * 1000, idToken, scope };
}
