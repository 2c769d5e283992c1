import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { userFromClaims } from "../identity/user.js";
import type { Session } from "./session.js";
import type { AccessToken } from "./session-store.js";

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

/** The access token among them, with what it takes to verify it again. */
export function accessTokenOf(tokens: VerifiedTokens, now: number): AccessToken {
  const { accessToken, expiresIn, idToken, scope } = tokens;
  return { value: accessToken, expiresAt: now + expiresIn * 1000, idToken, scope };
}

/** Names the access token of one audience, organization and scope. */
export function accessTokenKey({ audience = "", organization = "", scope }: AskedFor): string {
  const scopes = scope.split(" ").filter(Boolean).sort().join(" ");
  return JSON.stringify([audience, organization, scopes]);
}

/** What was asked for, as the name of an access token tells it. */
export function askedForOf(key: string): AskedFor {
  const [audience, organization, scope] = JSON.parse(key) as [string, string, string];
  return { scope, audience: audience || undefined, organization: organization || undefined };
}
