import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { findMfaToken, type MfaRequest } from "../state/mfa-tokens.js";
import { findUser, type User } from "../state/users.js";
import { readAccessToken } from "../tokens/access-token.js";
import { digestOf } from "../tokens/secret.js";
import { mfaAudience } from "./built-in-apis.js";

interface Bearer {
  readonly user: User;
  readonly clientId: string;
  /** Names the token, so that challenges count with it alone. */
  readonly boundTo: string;
}

/**
 * What the MFA API is called with: the `mfa_token` of a login that waits for a second factor, or the
 * access token of somebody who manages their factors.
 */
export type MfaCredential =
  | (Bearer & { readonly kind: "login"; readonly token: string; readonly request: MfaRequest })
  | (Bearer & { readonly kind: "access"; readonly scope: string });

export type MfaScope = "enroll" | "read:authenticators" | "remove:authenticators";

/** Undefined for a token of any other kind. Throws 401 for one whose time has passed. */
export async function readMfaCredential(
  tenant: TenantContext,
  token: string,
): Promise<MfaCredential | undefined> {
  const boundTo = digestOf(token);
  const login = findMfaToken(tenant, token);
  if (login) {
    const user = findUser(tenant.database, login.userId);
    if (login.status === "used") throw spentToken();
    if (login.status === "expired") throw expiredToken("mfa_token is expired");
    return user && { kind: "login", user, token, boundTo, ...login };
  }
  const access = await readAccessToken(tenant, token, mfaAudience(tenant));
  const user = access && findUser(tenant.database, access.subject);
  return user && { kind: "access", user, boundTo, ...access };
}

/** The credential of an `Authorization` header; an access token needs the scope. Throws 401 or 403. */
export async function readMfaBearer(
  tenant: TenantContext,
  authorization: string | undefined,
  scope: MfaScope,
): Promise<MfaCredential> {
  const [, token] = /^Bearer (.+)$/i.exec(authorization ?? "") ?? [];
  if (!token) throw new OAuthError(401, "access_denied", "Unauthorized");
  const credential = await readMfaCredential(tenant, token);
  if (!credential) throw new OAuthError(401, "invalid_grant", "Malformed mfa_token");
  if (credential.user.blocked) throw new OAuthError(401, "unauthorized", "user is blocked");
  requireMfaScope(credential, scope);
  return credential;
}

/** Throws 403 for an access token without the scope; a waiting login has none and needs none. */
export function requireMfaScope(credential: MfaCredential, scope: MfaScope): void {
  if (credential.kind === "login" || credential.scope.split(" ").includes(scope)) return;
  throw new OAuthError(403, "insufficient_scope", `Insufficient scope, expected any of: ${scope}`);
}

/** For a token that has led to a login already. */
export function spentToken(): OAuthError {
  return expiredToken("The mfa_token provided is invalid. Try getting a new token.");
}

function expiredToken(description: string): OAuthError {
  return new OAuthError(401, "expired_token", description);
}
