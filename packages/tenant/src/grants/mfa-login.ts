import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import type { BodyValues } from "../http/request-body.js";
import {
  readMfaCredential,
  requireMfaScope,
  spentToken,
  type MfaCredential,
} from "../policy/mfa-credential.js";
import type { Verification } from "../policy/mfa-verification.js";
import { resolveAudience } from "../policy/resolve-access.js";
import { mfaAudience } from "../policy/built-in-apis.js";
import type { Client } from "../state/clients.js";
import { loginFactsOf } from "../state/login-facts.js";
import { spendMfaToken } from "../state/mfa-tokens.js";
import { invalidGrant, requireText } from "./grant.js";
import { issueTokens, type TokenResponse } from "./issue-tokens.js";
import { issueForUser } from "./sign-in-by-grant.js";

/**
 * The `mfa_token` of a request, checked for this client. An access token for the MFA API may stand in
 * its place: that is how a further factor is confirmed.
 */
export async function readMfaLogin(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<MfaCredential> {
  const credential = await readMfaCredential(c.var.tenant, requireText(values, "mfa_token"));
  if (!credential) throw invalidGrant("Malformed mfa_token");
  if (credential.clientId !== client.clientId) {
    throw invalidGrant("mfa_token not issued to this client");
  }
  requireMfaScope(credential, "enroll");
  if (credential.user.blocked) throw new OAuthError(401, "unauthorized", "user is blocked");
  return credential;
}

/** Throws unless the second factor was right. */
export function requireVerified(verification: Verification, description: string): void {
  switch (verification) {
    case "verified":
      return;
    case "wrong-code":
      throw invalidGrant(description);
    case "too-many-attempts":
      throw new OAuthError(
        429,
        "too_many_attempts",
        "Too many failed codes. Wait for some minutes before retrying.",
      );
    default:
      verification satisfies never;
  }
}

/** The tokens that the login asked for; for an access token, another one like it. */
export function finishMfaLogin(
  c: HttpContext,
  client: Client,
  credential: MfaCredential,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const { user } = credential;
  switch (credential.kind) {
    case "login": {
      if (!spendMfaToken(tenant, credential.token)) throw spentToken();
      const { scope, audience, facts } = credential.request;
      const api = resolveAudience(tenant, audience ?? undefined);
      return issueForUser(c, { client, user, api, scope, facts: { ...facts, mfa: true } });
    }
    case "access": {
      const api = resolveAudience(tenant, mfaAudience(tenant));
      const scopes = credential.scope.split(" ").filter((scope) => api?.scopes.includes(scope));
      return issueTokens(c, {
        client,
        user,
        api,
        // No ID token and no refresh token: nobody has signed in.
        scope: scopes.join(" "),
        facts: { ...loginFactsOf("{}"), mfa: true },
        nonce: null,
        sid: null,
        authTime: null,
        refreshToken: null,
      });
    }
    default:
      return credential satisfies never;
  }
}
