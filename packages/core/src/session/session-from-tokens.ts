import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { userFromClaims } from "../identity/user.js";
import type { Session } from "./session.js";

/** What was asked for, which the tenant may leave unsaid in its answer. */
export interface AskedFor {
  readonly scope: string;
  readonly audience?: string | undefined;
  /** The organization to sign in to: its id (`org_…`) or its name. */
  readonly organization?: string | undefined;
}

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

/** Names the access token of one audience, organization and scope. */
export function accessTokenKey({ audience = "", organization = "", scope }: AskedFor): string {
  const scopes = scope.split(" ").filter(Boolean).sort().join(" ");
  return JSON.stringify([audience, organization, scopes]);
}
