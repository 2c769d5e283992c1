import type { Expectations, IdTokenClaims } from "../tokens/claims.js";
import type { KeySet } from "../tokens/jwks.js";
import { refuse } from "../tokens/refuse.js";
import { verifyIdToken } from "../tokens/verify-id-token.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";
import type { Tenant } from "./tenant.js";
import type { TokenResponse } from "./token-response.js";

/** Tokens whose ID token has been verified. */
export interface VerifiedTokens extends TokenResponse {
  readonly idToken: string;
  readonly claims: IdTokenClaims;
}

/** Whom to ask and what to hold every ID token against. */
export interface Verification {
  readonly tenant: Tenant;
  readonly keys: KeySet;
  readonly issuer: string;
  /** Seconds. */
  readonly leeway: number;
  /** How long the keys may keep a verification waiting, in milliseconds. */
  readonly deadline: number;
}

/** What one response has to match besides issuer, client and keys. */
export type ExpectedTokens = Pick<
  Expectations,
  "nonce" | "maxAge" | "subject" | "organization" | "requireHash"
>;

/** Verifies the ID token of a token response, which has to have one. Throws `invalid_token`. */
export async function verifyTokens(
  verification: Verification,
  tokens: TokenResponse,
  expected: ExpectedTokens,
  options: CallOptions,
): Promise<VerifiedTokens> {
  const { idToken, accessToken } = tokens;
  if (idToken === undefined) refuse("missing");
  const claims = await verifyClaims(verification, idToken, { ...expected, accessToken }, options);
  return { ...tokens, idToken, claims };
}

/** Verifies an ID token and gives its claims. Throws `invalid_token`. */
export function verifyClaims(
  { tenant, keys, issuer, leeway, deadline }: Verification,
  idToken: string,
  expected: ExpectedTokens & Pick<Expectations, "accessToken">,
  options: CallOptions,
): Promise<IdTokenClaims> {
  const { clientId } = tenant;
  const all = { ...expected, issuer, clientId, leeway, now: Date.now() };
  return withDeadline(deadline, options, () => verifyIdToken(idToken, all, keys));
}
