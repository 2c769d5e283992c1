import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { decideLogin } from "../policy/decide-login.js";
import { mfaRequirements, type MfaRequirements } from "../policy/mfa-requirements.js";
import { resolveAudience, resolveScope } from "../policy/resolve-access.js";
import type { Api } from "../state/apis.js";
import type { Client } from "../state/clients.js";
import type { LoginFacts } from "../state/login-facts.js";
import { createMfaToken } from "../state/mfa-tokens.js";
import { startRefreshFamily } from "../state/refresh-tokens.js";
import { noteLogin, type User } from "../state/users.js";
import { issueTokens, wantsRefreshToken, type TokenResponse } from "./issue-tokens.js";

/** What a token request asks for. */
export interface RequestedAccess {
  readonly api: Api | null;
  readonly scope: string;
  /** Id or name. */
  readonly organization: string | undefined;
}

interface GrantedUser {
  readonly client: Client;
  readonly user: User;
}

/** Throws for an audience that the tenant does not have. */
export function readAccess(c: HttpContext, values: BodyValues): RequestedAccess {
  const api = resolveAudience(c.var.tenant, text(values, "audience"));
  return {
    api,
    scope: resolveScope(text(values, "scope"), api),
    organization: text(values, "organization"),
  };
}

/** Tokens for a user who has proved the first factor at the token endpoint. No session is created. */
export async function signInByGrant(
  c: HttpContext,
  login: GrantedUser & RequestedAccess & { readonly connection: string },
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const { client, user, api, scope } = login;
  const verdict = await decideLogin(tenant, {
    ...login,
    protocol: "token",
    mfa: false,
    wantsMfa: false,
    wantsConsent: false,
    onLoopback: false,
  });
  switch (verdict.kind) {
    case "allowed":
      return issueForUser(c, { ...login, facts: verdict.facts });
    case "mfa-due": {
      const request = { scope, audience: api?.audience ?? null, facts: verdict.facts };
      const token = createMfaToken(tenant, {
        clientId: client.clientId,
        userId: user.userId,
        request,
      });
      throw mfaRequired(token, mfaRequirements(tenant, user.userId));
    }
    case "organization-due":
      throw new OAuthError(400, "invalid_request", "Missing required parameter: organization");
    case "consent-due":
      throw new OAuthError(403, "consent_required", "Consent required");
    default:
      return verdict satisfies never;
  }
}

/** Tokens, and a refresh token where it was asked for, for a login that nothing stands in the way of. */
export function issueForUser(
  c: HttpContext,
  login: GrantedUser & Pick<RequestedAccess, "api" | "scope"> & { readonly facts: LoginFacts },
): Promise<TokenResponse> {
  const { tenant } = c.var;
  const { client, user, api, scope, facts } = login;
  const noSession = { sid: null, authTime: null };
  noteLogin(tenant.database, user.userId, tenant.clock.now());
  const family = {
    ...noSession,
    clientId: client.clientId,
    userId: user.userId,
    scope,
    audience: api?.audience ?? null,
    facts,
  };
  return issueTokens(c, {
    ...noSession,
    client,
    user,
    scope,
    api,
    facts,
    nonce: null,
    refreshToken: wantsRefreshToken(client, scope)
      ? startRefreshFamily(tenant, family, null)
      : null,
  });
}

function mfaRequired(token: string, requirements: MfaRequirements): OAuthError {
  return new OAuthError(403, "mfa_required", "Multifactor authentication required", {
    mfa_token: token,
    mfa_requirements: requirements,
  });
}
