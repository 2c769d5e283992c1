import type { Endpoint } from "../errors/wire-errors.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Credentials } from "./co-authenticate.js";
import { rememberMfaRefusal } from "./mfa-refusal.js";
import type { Tenant } from "./tenant.js";
import { readTokenResponse, type TokenResponse } from "./token-response.js";

/** Exchanges an authorization code: POST /oauth/token, RFC 6749 section 4.1.3 with RFC 7636. */
export function authorizationCodeGrant(
  tenant: Tenant,
  grant: { code: string; codeVerifier?: string | undefined; redirectUri: string },
  options: CallOptions,
): Promise<TokenResponse> {
  return tokenRequest(tenant, options, "token", {
    grant_type: "authorization_code",
    code: grant.code,
    code_verifier: grant.codeVerifier,
    redirect_uri: grant.redirectUri,
  });
}

/** Exchanges credentials of one connection: POST /oauth/token, Auth0's password-realm and passwordless grants. */
export function credentialsGrant(
  tenant: Tenant,
  credentials: Credentials,
  asked: {
    scope?: string | undefined;
    audience?: string | undefined;
    organization?: string | undefined;
  },
  options: CallOptions,
): Promise<TokenResponse> {
  const isOtp = "otp" in credentials;
  const kind = isOtp ? "passwordless/otp" : "password-realm";
  return tokenRequest(tenant, options, isOtp ? "otp_grant" : "credentials_grant", {
    grant_type: `http://auth0.com/oauth/grant-type/${kind}`,
    ...credentials,
    scope: asked.scope,
    audience: asked.audience,
    organization: asked.organization,
  });
}

/** Exchanges a refresh token, which a rotating tenant then replaces: POST /oauth/token, RFC 6749 section 6. */
export function refreshTokenGrant(
  tenant: Tenant,
  grant: { refreshToken: string; scope?: string | undefined; audience?: string | undefined },
  options: CallOptions,
): Promise<TokenResponse> {
  return tokenRequest(tenant, options, "token", {
    grant_type: "refresh_token",
    refresh_token: grant.refreshToken,
    scope: grant.scope,
    audience: grant.audience,
  });
}

/** POST /oauth/token; a refusal that asks for a second factor can be answered, see `mfaGrantOf`. */
export async function tokenRequest(
  tenant: Tenant,
  { signal }: CallOptions,
  endpoint: Endpoint,
  parameters: Readonly<Record<string, string | undefined>>,
): Promise<TokenResponse> {
  const body = await request({
    url: `${tenant.origin}/oauth/token`,
    endpoint,
    deadline: tenant.requestDeadline,
    signal,
    forwardedFor: tenant.forwardedFor,
    form: {
      ...parameters,
      client_id: tenant.clientId,
      ...(tenant.clientSecret && { client_secret: tenant.clientSecret }),
    },
    onRefused: rememberMfaRefusal,
  });
  return readTokenResponse(body);
}
