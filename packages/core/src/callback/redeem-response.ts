import { authorizationCodeGrant } from "../authentication/token-grants.js";
import {
  verifyTokens,
  type Verification,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import { authError } from "../errors/auth-error.js";
import { responseError } from "../errors/normalize-error.js";
import type { Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { AuthorizationResponse } from "./authorization-response.js";

/**
 * Turns the response to a transaction into verified tokens. Throws the tenant's refusal, `invalid_callback`
 * for a response of another kind than was asked for, or `invalid_token`.
 */
export async function redeemResponse(
  verification: Verification,
  response: AuthorizationResponse,
  transaction: Transaction,
  options: CallOptions,
): Promise<VerifiedTokens> {
  const {
    nonce,
    maxAge,
    organization,
    subject,
    redirectUri,
    codeVerifier,
    responseType,
    responseMode,
  } = transaction;
  const { issuer = verification.issuer }: { kind: string; issuer?: string } = response;
  if (issuer !== verification.issuer) throw authError("invalid_callback");
  if (response.kind === "error") throw responseError(response.error);
  const expected = { nonce, maxAge, organization, subject };
  if (response.kind === "code" && responseType === "code") {
    const { channel } = response;
    // A code that stands elsewhere than where it was asked for is not the tenant's answer.
    if (channel !== "message" && channel !== (responseMode ?? "query")) {
      throw authError("invalid_callback");
    }
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
