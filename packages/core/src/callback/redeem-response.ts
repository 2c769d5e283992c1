import type { Tenant } from "../authentication/tenant.js";
import { authorizationCodeGrant } from "../authentication/token-grants.js";
import type { TokenResponse } from "../authentication/token-response.js";
import { authError } from "../errors/auth-error.js";
import { responseError } from "../errors/normalize-error.js";
import type { VerifiedTokens } from "../session/session-from-tokens.js";
import { refuse, type Expectations } from "../tokens/claims.js";
import type { KeySet } from "../tokens/jwks.js";
import { verifyIdToken } from "../tokens/verify-id-token.js";
import type { Transaction } from "../transaction/transaction.js";
import { withDeadline, type CallOptions } from "../transport/deadline.js";
import type { AuthorizationResponse } from "./parse-response.js";

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

/**
 * Turns the response to a transaction into verified tokens. Throws the tenant's refusal, `invalid_callback`
 * for a response of another kind than was asked for, or `invalid_token`.
 */
export async function redeemResponse(
  verification: Verification,
  response: AuthorizationResponse,
  transaction: Transaction,
  options: CallOptions & { readonly subject?: string | undefined },
): Promise<VerifiedTokens> {
  const { nonce, maxAge, redirectUri, codeVerifier, responseType } = transaction;
  const { issuer = verification.issuer } = "issuer" in response ? response : {};
  if (issuer !== verification.issuer) throw authError("invalid_callback");
  if (response.kind === "error") throw responseError(response.error);
  const expected = { nonce, maxAge, subject: options.subject };
  if (response.kind === "code" && responseType === "code") {
    const grant = { code: response.code, codeVerifier, redirectUri };
    verification.keys.preload();
    const tokens = await authorizationCodeGrant(verification.tenant, grant, options);
    return verifyTokens(verification, tokens, { ...expected, requireHash: false }, options);
  }
  if (response.kind === "tokens" && responseType === "token id_token") {
    return verifyTokens(verification, response.tokens, { ...expected, requireHash: true }, options);
  }
  throw authError("invalid_callback");
}

/** Verifies the ID token of a token response, which has to have one. */
export async function verifyTokens(
  { tenant, keys, issuer, leeway, deadline }: Verification,
  tokens: TokenResponse,
  expected: Pick<Expectations, "nonce" | "maxAge" | "subject" | "requireHash">,
  options: CallOptions,
): Promise<VerifiedTokens> {
  const { idToken, accessToken } = tokens;
  if (idToken === undefined) refuse("missing");
  const { clientId } = tenant;
  const all = { ...expected, issuer, clientId, accessToken, leeway, now: Date.now() };
  const claims = await withDeadline(deadline, options, () => verifyIdToken(idToken, all, keys));
  return { ...tokens, idToken, claims };
}
