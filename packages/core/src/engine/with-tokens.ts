import { coAuthenticate, type Credentials } from "../authentication/co-authenticate.js";
import { credentialsGrant, refreshTokenGrant } from "../authentication/token-grants.js";
import { verifyTokens, type VerifiedTokens } from "../authentication/verify-tokens.js";
import type { AuthorizationResponse } from "../callback/authorization-response.js";
import { readMessage } from "../callback/read-message.js";
import { redeemResponse } from "../callback/redeem-response.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import type { AskedFor } from "../session/asked-for.js";
import type { Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { JsonObject } from "../transport/request.js";
import type { CredentialsRequest } from "./engine.js";
import type { Workings } from "./workings.js";

/** Trades the credentials for a ticket, and the ticket for tokens, without leaving the page. */
export async function loginInPage(
  { config, silentRequest }: Workings,
  credentials: Credentials,
  asked: CredentialsRequest,
  options: CallOptions,
  authenticate: typeof coAuthenticate = coAuthenticate,
): Promise<VerifiedTokens> {
  config.verification.keys.preload();
  const { ticket: loginTicket } = await authenticate(config.tenant, credentials, options);
  try {
    return await silentRequest({ ...asked, loginTicket, realm: credentials.realm }, options);
  } catch (error) {
    // The tenant has just set its cookie and does not get it back.
    if (isAuthError(error, "login_required")) throw authError("third_party_cookies_blocked");
    throw error;
  }
}

/** Trades the credentials for tokens at once. */
export async function loginByGrant(
  { config: { tenant, verification } }: Workings,
  credentials: Credentials,
  { subject, maxAge, ...asked }: CredentialsRequest,
  options: CallOptions,
  grant: typeof credentialsGrant = credentialsGrant,
): Promise<VerifiedTokens> {
  verification.keys.preload();
  const tokens = await grant(tenant, credentials, asked, options);
  const { organization } = asked;
  const expected = { subject, maxAge, organization, requireHash: false };
  return verifyTokens(verification, tokens, expected, options);
}

/** Redeems the response of a redirect. */
export function redeem(
  { config }: Workings,
  response: AuthorizationResponse,
  transaction: Transaction,
  options: CallOptions,
): Promise<VerifiedTokens> {
  return redeemResponse(config.verification, response, transaction, options);
}

/** Redeems the response that came to the hidden iframe. */
export function redeemMessage(
  workings: Workings,
  message: JsonObject,
  transaction: Transaction,
  options: CallOptions,
): Promise<VerifiedTokens> {
  return redeem(workings, readMessage(message), transaction, options);
}

/** Trades a refresh token for new tokens of the same user. */
export async function refresh(
  { config: { tenant, verification } }: Workings,
  refreshToken: string,
  { subject, ...asked }: AskedFor & { readonly subject: string },
  options: CallOptions,
): Promise<VerifiedTokens> {
  verification.keys.preload();
  const tokens = await refreshTokenGrant(tenant, { refreshToken, ...asked }, options);
  const { organization } = asked;
  const expected = { subject, organization, requireHash: false };
  const verified = await verifyTokens(verification, tokens, expected, options);
  // A tenant that does not rotate leaves the old one in force.
  return { ...verified, refreshToken: tokens.refreshToken ?? refreshToken };
}
