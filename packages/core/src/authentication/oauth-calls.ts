import type { User } from "../identity/user.js";
import {
  callerOf,
  type AuthenticationContext,
  type ClientCall,
  type SignInCall,
} from "./authentication-context.js";
import { passwordlessCalls, type PasswordlessVerifyParams } from "./passwordless-calls.js";
import { revokeRefreshToken } from "./revoke.js";
import { tokenExchangeGrant, type TokenExchange } from "./token-exchange.js";
import {
  authorizationCodeGrant,
  credentialsGrant,
  refreshTokenGrant,
  tokenRequest,
} from "./token-grants.js";
import {
  redeem,
  type AccessParams,
  type AnyTokenSet,
  type GrantedAccess,
  type IdTokenExpectations,
  type SendGrant,
} from "./token-set.js";
import { urlCalls, type UrlCalls } from "./url-calls.js";
import { userCalls, type UserinfoOptions } from "./user-calls.js";

/** What `authorizationCode` takes. */
export interface AuthorizationCodeParams extends SignInCall, IdTokenExpectations {
  readonly code: string;
  /** Needed where the authorization request had a challenge. */
  readonly codeVerifier?: string | undefined;
  /** The one of the authorization request, letter by letter. */
  readonly redirectUri: string;
}

/** What `password` takes. */
export interface PasswordParams extends SignInCall, AccessParams {
  /** E-mail address or user name. */
  readonly username: string;
  readonly password: string;
  /** The connection; the tenant's default directory if not given. */
  readonly realm?: string | undefined;
}

/** What `refreshToken` takes. */
export interface RefreshTokenParams extends SignInCall {
  readonly refreshToken: string;
  /** Fewer scopes than were granted; all of them if not given. */
  readonly scope?: string | undefined;
  readonly audience?: string | undefined;
  /** The user that the new tokens have to be about; another one is `user_changed`. */
  readonly expectedSub?: string | undefined;
}

/** What `clientCredentials` takes. */
export interface ClientCredentialsParams extends ClientCall {
  readonly audience?: string | undefined;
  readonly scope?: string | undefined;
  readonly organization?: string | undefined;
}

/** Grants of the token endpoint (RFC 6749) and what belongs to them. */
export interface OAuthCalls<Tokens extends AnyTokenSet = AnyTokenSet> extends UrlCalls {
  /** Exchanges the code of a callback. Throws `invalid_grant` for one that is spent, expired or not for this address. */
  authorizationCode(params: AuthorizationCodeParams): Promise<Tokens>;
  /** Signs in with a password, at `realm` if there is one. Throws `invalid_credentials`, `mfa_required`… */
  password(params: PasswordParams): Promise<Tokens>;
  /** Signs in with a password at one connection. Throws as `password` does. */
  passwordRealm(params: PasswordParams & { readonly realm: string }): Promise<Tokens>;
  /** Renews the tokens; a tenant that rotates gives a new refresh token too. Throws `invalid_grant`. */
  refreshToken(params: RefreshTokenParams): Promise<Tokens>;
  /** Signs in with the code of a message. Throws `invalid_otp`. */
  passwordlessOtp(params: PasswordlessVerifyParams): Promise<Tokens>;
  /** Trades somebody else's token (RFC 8693). */
  tokenExchange(params: TokenExchange & AccessParams & SignInCall): Promise<Tokens>;
  /** Ends a refresh token and all that came of it (RFC 7009). Unknown ones succeed too. */
  revoke(params: ClientCall & { readonly refreshToken: string }): Promise<void>;
  /** The user as the tenant knows them now: GET /userinfo. */
  userinfo<Claims extends object = Readonly<Record<never, never>>>(
    accessToken: string,
    options?: UserinfoOptions,
  ): Promise<User & Claims>;
}

/** What only a client with a secret has. */
export interface ConfidentialOAuthCalls {
  /** A token for the application itself (RFC 6749 section 4.4). */
  clientCredentials(params?: ClientCredentialsParams): Promise<GrantedAccess>;
}

/** Binds the grants to a client. */
export function oauthCalls(context: AuthenticationContext): OAuthCalls & ConfidentialOAuthCalls {
  return {
    ...urlCalls(context),
    userinfo: userCalls(context).userinfo,
    passwordlessOtp: passwordlessCalls(context).verify,
    password: (params) => password(context, params),
    passwordRealm: (params) => password(context, params),
    async authorizationCode({ nonce, maxAge, organization, expectedSub, ...call }) {
      const demanded = { nonce, maxAge, organization, expectedSub };
      const send: SendGrant = (tenant, options) => authorizationCodeGrant(tenant, call, options);
      return redeem(context, call, send, demanded);
    },
    async refreshToken({ expectedSub, ...call }) {
      const send: SendGrant = (tenant, options) => refreshTokenGrant(tenant, call, options);
      return redeem(context, call, send, { expectedSub });
    },
    async tokenExchange(call) {
      return redeem(context, call, (tenant, options) =>
        tokenExchangeGrant(tenant, call, call, options),
      );
    },
    async revoke(call) {
      return revokeRefreshToken(callerOf(context, call), call.refreshToken, call);
    },
    clientCredentials: (params = {}) => clientCredentials(context, params),
  };
}

/** POST /oauth/token with Auth0's password-realm grant, or the password grant (RFC 6749 section 4.3) without a realm. */
export async function password(
  context: AuthenticationContext,
  call: PasswordParams,
): Promise<AnyTokenSet> {
  const { username, realm, scope, audience, organization } = call;
  return redeem(context, call, (tenant, options) =>
    realm === undefined
      ? tokenRequest(tenant, options, "credentials_grant", {
          grant_type: "password",
          username,
          password: call.password,
          scope,
          audience,
          organization,
        })
      : credentialsGrant(tenant, { username, password: call.password, realm }, call, options),
  );
}

async function clientCredentials(
  context: AuthenticationContext,
  call: ClientCredentialsParams,
): Promise<GrantedAccess> {
  const { audience, scope, organization } = call;
  return redeem(context, call, (tenant, options) => {
    if (!tenant.clientSecret) {
      throw new Error(
        "clientCredentials was called without a clientSecret. Nothing was sent. Give the constructor the application's secret, on a server.",
      );
    }
    const grant = { grant_type: "client_credentials", audience, scope, organization };
    return tokenRequest(tenant, options, "token", grant);
  });
}
