import { assertWebCrypto } from "../crypto/random.js";
import { isAuthError } from "../errors/auth-error.js";
import type { IdTokenClaims } from "../tokens/claims.js";
import { refuse } from "../tokens/refuse.js";
import type { CallOptions } from "../transport/deadline.js";
import { callerOf, type AuthenticationContext, type SignInCall } from "./authentication-context.js";
import type { Tenant } from "./tenant.js";
import type { TokenResponse } from "./token-response.js";
import { verifyClaims, type ExpectedTokens, type Verification } from "./verify-tokens.js";

/** What a grant resolves. */
export interface TokenSet extends GrantedAccess {
  /** Verified; there is one where `openid` was granted. */
  readonly idToken?: string;
  /** What the ID token says. */
  readonly claims?: IdTokenClaims;
}

/** What a grant resolves where the client was told not to verify ID tokens. */
export interface UnverifiedTokenSet extends GrantedAccess {
  readonly idToken?: UnverifiedIdToken;
  readonly claims?: undefined;
}

/** An ID token that nobody has verified: what it says may be anybody's invention. */
export interface UnverifiedIdToken {
  readonly unverified: string;
}

/** What a grant resolves beside the ID token. */
export interface GrantedAccess {
  readonly accessToken: string;
  readonly tokenType: "Bearer";
  /** Seconds. */
  readonly expiresIn: number;
  /** What was granted, or asked for where the tenant does not say. */
  readonly scope?: string;
  readonly refreshToken?: string;
  /** The recovery code that takes the place of the one that was just spent. */
  readonly recoveryCode?: string;
}

/** A result before it is known how the client is configured. */
export type AnyTokenSet = TokenSet | UnverifiedTokenSet;

/** What the ID token of a result has to match; a result without one is refused then. */
export interface IdTokenExpectations {
  /** The nonce of the authorization request. */
  readonly nonce?: string | undefined;
  /** Seconds since the user signed in, at most. */
  readonly maxAge?: number | undefined;
  /** The organization's id (`org_…`) or its name. */
  readonly organization?: string | undefined;
  /** The user that it has to be about; another one is `user_changed`. */
  readonly expectedSub?: string | undefined;
}

/** What tokens are asked for. */
export interface AccessParams {
  /** Separated by spaces; `openid` brings an ID token, `offline_access` a refresh token. */
  readonly scope?: string | undefined;
  /** The API that the access token is for. */
  readonly audience?: string | undefined;
  /** The organization's id (`org_…`) or its name; an ID token has to name it. */
  readonly organization?: string | undefined;
}

/** What every grant is told about itself. */
export type GrantCall = SignInCall & Pick<AccessParams, "scope" | "organization">;

/** Sends a grant to the token endpoint. */
export type SendGrant = (tenant: Tenant, options: CallOptions) => Promise<TokenResponse>;

type ExpectedIdToken = ExpectedTokens & { readonly accessToken: string | undefined };

/** Sends a grant and verifies the ID token of what it gives. Throws as the grant does, or `invalid_token`. */
export async function redeem(
  context: AuthenticationContext,
  call: GrantCall,
  send: SendGrant,
  demanded: IdTokenExpectations = {},
): Promise<AnyTokenSet> {
  const { signal, organization } = call;
  const tenant = callerOf(context, call);
  const isDemanding = Object.values(demanded).some((value) => value !== undefined);
  assertVerifiable(context, isDemanding);
  if (hasOpenid(call.scope)) preload(context, tenant);
  const { idToken, scope = call.scope, ...granted } = await send(tenant, { signal });
  const { accessToken } = granted;
  const access = {
    ...granted,
    tokenType: "Bearer" as const,
    ...(scope !== undefined && { scope }),
  };
  if (idToken === undefined) {
    if (hasOpenid(scope) || isDemanding) refuse("missing");
    return access;
  }
  const { expectedSub: subject, ...rest } = demanded;
  const expected = { organization, ...rest, subject, accessToken, requireHash: false };
  const checked = await checkedIdToken(context, tenant, idToken, expected, { signal });
  return { ...access, ...checked };
}

/** The ID token of a result and its claims, or the mere token where the client was told not to verify it. */
export async function checkedIdToken(
  context: AuthenticationContext,
  tenant: Tenant,
  idToken: string,
  expected: ExpectedIdToken,
  options: CallOptions,
): Promise<Pick<TokenSet, "idToken" | "claims"> | Pick<UnverifiedTokenSet, "idToken">> {
  if (!context.config.verifyIdToken) return { idToken: { unverified: idToken } };
  return { idToken, claims: await idTokenClaims(context, tenant, idToken, expected, options) };
}

/** The claims of an ID token for this application, by the first set of keys of its algorithm. Throws `invalid_token`. */
export async function idTokenClaims(
  context: AuthenticationContext,
  tenant: Tenant,
  idToken: string,
  expected: ExpectedIdToken,
  options: CallOptions,
): Promise<IdTokenClaims> {
  assertWebCrypto();
  for (const verification of verificationsOf(context, tenant)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- One after the other: most tokens need the first only.
      return await verifyClaims(verification, idToken, expected, options);
    } catch (error) {
      const isOfAnother =
        isAuthError(error, "invalid_token") && error.details.reason === "algorithm";
      if (!isOfAnother) throw error;
    }
  }
  return refuse("algorithm");
}

/** The secret is the configured application's, and signs nobody else's tokens. */
function verificationsOf(
  { config, keySets }: AuthenticationContext,
  tenant: Tenant,
): readonly Verification[] {
  const { issuer, leeway, deadline } = config;
  return keySets
    .filter(({ algorithm }) => algorithm === "RS256" || tenant.clientId === config.clientId)
    .map((keys) => ({ tenant, keys, issuer, leeway, deadline }));
}

function preload(context: AuthenticationContext, tenant: Tenant): void {
  if (!context.config.verifyIdToken) return;
  for (const { keys } of verificationsOf(context, tenant)) keys.preload();
}

function assertVerifiable({ config }: AuthenticationContext, isDemanding: boolean): void {
  if (config.verifyIdToken) return assertWebCrypto();
  if (!isDemanding) return;
  throw new Error(
    "An ID token was to match something, but verifyIdToken is off. Nothing was sent. Turn it on, or leave out nonce, maxAge, organization and expectedSub.",
  );
}

/** Whether an ID token is due. */
export function hasOpenid(scope: string | undefined): boolean {
  return scope?.split(" ").includes("openid") === true;
}
