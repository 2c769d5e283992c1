import type { IdTokenClaims } from "../tokens/claims.js";
import { callerOf, type AuthenticationContext, type ClientCall } from "./authentication-context.js";
import { legacyCalls, type LegacyCalls } from "./legacy-calls.js";
import { oauthCalls, type OAuthCalls } from "./oauth-calls.js";
import { idTokenClaims, type AnyTokenSet, type IdTokenExpectations } from "./token-set.js";

/** What an ID token is held against, beside issuer, application, keys and times. */
export interface VerifyIdTokenOptions extends IdTokenExpectations, ClientCall {
  /** The access token that came beside it in the address; the ID token has to hold its hash then. */
  readonly accessToken?: string | undefined;
}

/** Tokens that are at hand already. */
export interface TokenCalls<Tokens extends AnyTokenSet = AnyTokenSet> {
  /** Verifies an ID token (OpenID Connect Core 3.1.3.7) and gives its claims. Throws `invalid_token`. */
  verifyIdToken(idToken: string, options?: VerifyIdTokenOptions): Promise<IdTokenClaims>;
  /** Ends a refresh token and all that came of it (RFC 7009). Unknown ones succeed too. */
  revoke: OAuthCalls["revoke"];
  /** @deprecated Retired by Auth0; see `legacy.delegation`. Use `oauth.tokenExchange`. */
  delegation: LegacyCalls<Tokens>["delegation"];
  /** @deprecated Retired by Auth0; see `legacy.tokenInfo`. Use `users.userinfo`. */
  tokenInfo: LegacyCalls["tokenInfo"];
}

/** Binds the calls to a client. */
export function tokenCalls(context: AuthenticationContext): TokenCalls {
  const { delegation, tokenInfo } = legacyCalls(context);
  return {
    async verifyIdToken(idToken, options = {}) {
      const { nonce, maxAge, organization, expectedSub: subject, accessToken } = options;
      const requireHash = accessToken !== undefined;
      const expected = { nonce, maxAge, organization, subject, accessToken, requireHash };
      return idTokenClaims(context, callerOf(context, options), idToken, expected, options);
    },
    revoke: oauthCalls(context).revoke,
    delegation,
    tokenInfo,
  };
}
