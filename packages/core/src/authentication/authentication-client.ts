import type { CallOptions } from "../transport/deadline.js";
import { resolveAuthenticationConfig, type AuthenticationConfig } from "./authentication-config.js";
import { createAuthenticationContext, tenantOf } from "./authentication-context.js";
import { databaseCalls, type DatabaseCalls } from "./database-calls.js";
import { legacyCalls, type LegacyCalls } from "./legacy-calls.js";
import { mfaCalls, type MfaCalls } from "./mfa-calls.js";
import { oauthCalls, type ConfidentialOAuthCalls, type OAuthCalls } from "./oauth-calls.js";
import { passwordlessCalls, type PasswordlessCalls } from "./passwordless-calls.js";
import { tokenCalls, type TokenCalls } from "./token-calls.js";
import type { AnyTokenSet, TokenSet, UnverifiedTokenSet } from "./token-set.js";
import { urlCalls, type UrlCalls } from "./url-calls.js";
import { userCountry, type UserCountry } from "./user-country.js";
import { userCalls, type UserCalls } from "./user-calls.js";

/**
 * A tenant's Authentication API, without a session: in browsers, in workers and on servers. Every call settles once,
 * with a result or an `AuthError`, takes an `AbortSignal`, and each of its requests has a deadline.
 */
export interface AuthenticationClient<
  Tokens extends AnyTokenSet = TokenSet,
  OAuth = OAuthCalls<Tokens>,
> extends UrlCalls {
  /** Grants of the token endpoint. */
  readonly oauth: OAuth;
  /** Users of database connections. */
  readonly database: DatabaseCalls;
  /** Sign-in by a code or a link. */
  readonly passwordless: PasswordlessCalls<Tokens>;
  /** Second factors. */
  readonly mfa: MfaCalls<Tokens>;
  /** Tokens that are at hand already. */
  readonly tokens: TokenCalls<Tokens>;
  /** Who the user is. */
  readonly users: UserCalls;
  /** Calls that Auth0 has retired. */
  readonly legacy: LegacyCalls<Tokens>;
  /** The country of the caller's address: GET /user/geoloc/country. */
  userCountry(options?: CallOptions): Promise<UserCountry>;
}

/** Makes a client. Sends nothing. Throws an `Error` on a wrong configuration, such as a `clientSecret` in a browser. */
export interface AuthenticationClientConstructor {
  new <const Config extends AuthenticationConfig>(
    config: Config,
  ): AuthenticationClient<TokensOf<Config>, OAuthOf<Config>>;
}

/** What the grants of a client resolve: `verifyIdToken: false` marks its ID tokens as unverified. */
export type TokensOf<Config extends AuthenticationConfig> = [
  Asked<Config, "verifyIdToken">,
] extends [true | undefined]
  ? TokenSet
  : [Asked<Config, "verifyIdToken">] extends [false]
    ? UnverifiedTokenSet
    : AnyTokenSet;

/** The grants of a client; with a `clientSecret` there is one for the application itself. */
export type OAuthOf<Config extends AuthenticationConfig> = OAuthCalls<TokensOf<Config>> &
  ([Asked<Config, "clientSecret">] extends [string] ? ConfidentialOAuthCalls : unknown);

type Asked<Config, Key> = Key extends keyof Config ? Config[Key] : undefined;

/** A tenant's Authentication API, without a session: see the interface of this name. */
// What a configuration makes of the results only the types know; the calls hold themselves to it.
export const AuthenticationClient = class implements AuthenticationClient<AnyTokenSet> {
  readonly oauth: OAuthCalls & ConfidentialOAuthCalls;
  readonly database: DatabaseCalls;
  readonly passwordless: PasswordlessCalls;
  readonly mfa: MfaCalls;
  readonly tokens: TokenCalls;
  readonly users: UserCalls;
  readonly legacy: LegacyCalls;
  readonly buildAuthorizeUrl: UrlCalls["buildAuthorizeUrl"];
  readonly buildLogoutUrl: UrlCalls["buildLogoutUrl"];
  readonly userCountry: AuthenticationClient["userCountry"];

  constructor(config: AuthenticationConfig) {
    const resolved = resolveAuthenticationConfig(config);
    const context = createAuthenticationContext(resolved);
    const { buildAuthorizeUrl, buildLogoutUrl } = urlCalls(context);
    this.oauth = oauthCalls(context);
    this.database = databaseCalls(context);
    this.passwordless = passwordlessCalls(context);
    this.mfa = mfaCalls(context);
    this.tokens = tokenCalls(context);
    this.users = userCalls(context);
    this.legacy = legacyCalls(context);
    this.buildAuthorizeUrl = buildAuthorizeUrl;
    this.buildLogoutUrl = buildLogoutUrl;
    this.userCountry = async (options = {}) => userCountry(tenantOf(resolved), options);
  }
} as unknown as AuthenticationClientConstructor;

export type {
  AuthenticationConfig,
  ConfidentialAuthenticationConfig,
  IdTokenAlgorithm,
  PublicAuthenticationConfig,
} from "./authentication-config.js";
export type { ClientCall, SignInCall } from "./authentication-context.js";
export type { AuthorizeParameters, LogoutTarget, ResponseType } from "./authorize-url.js";
export type { CaptchaChallenge, CaptchaKind, CaptchaProvider } from "./captcha-challenge.js";
export type {
  ChangePasswordEmailParams,
  ChangePasswordParams,
  DatabaseCalls,
  DatabaseSignupParams,
} from "./database-calls.js";
export type { DelegationRequest } from "./delegation.js";
export type { Delegation, LegacyCalls, LegacyTokenSet } from "./legacy-calls.js";
export { legacyCatalogue, type LegacyEntry, type LegacyName } from "./legacy-catalogue.js";
export type { Authenticator, MfaAssociation, MfaChallengeSent } from "./mfa-answers.js";
export type { MfaAssociateParams } from "./mfa-api.js";
export type { MfaCalls } from "./mfa-calls.js";
export { mfaGrantOf, type MfaGrant } from "./mfa-grant.js";
export type {
  AuthorizationCodeParams,
  ClientCredentialsParams,
  ConfidentialOAuthCalls,
  OAuthCalls,
  PasswordParams,
  RefreshTokenParams,
} from "./oauth-calls.js";
export type {
  PasswordlessCalls,
  PasswordlessVerifyParams,
  SendEmailParams,
  SendSmsParams,
} from "./passwordless-calls.js";
export type { ResourceOwnerRequest } from "./resource-owner.js";
export type { NewUser, RegisteredUser } from "./signup.js";
export type { SsoData } from "./sso-data.js";
export type { TokenCalls, VerifyIdTokenOptions } from "./token-calls.js";
export type { TokenExchange } from "./token-exchange.js";
export type {
  AccessParams,
  AnyTokenSet,
  GrantedAccess,
  IdTokenExpectations,
  TokenSet,
  UnverifiedIdToken,
  UnverifiedTokenSet,
} from "./token-set.js";
export type { AuthorizeUrlParams, UrlCalls } from "./url-calls.js";
export type { UserCalls, UserinfoOptions } from "./user-calls.js";
export type { UserCountry } from "./user-country.js";
export { isAuthError, type AuthError } from "../errors/auth-error.js";
export type { AuthErrorCode, AuthErrorDetails } from "../errors/error-details.js";
export type { Factor } from "../identity/challenge.js";
export type { User } from "../identity/user.js";
export type { IdTokenClaims } from "../tokens/claims.js";
export {
  codeChallenge,
  createTransaction,
  type NewTransaction,
  type Transaction,
} from "../transaction/transaction.js";
export type { CallOptions } from "../transport/deadline.js";
