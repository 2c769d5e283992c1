import { coAuthenticate, type Credentials } from "../authentication/co-authenticate.js";
import { credentialsGrant } from "../authentication/token-grants.js";
import {
  preloadVerification,
  verifyTokens,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import { keepCoVerifier } from "../transaction/co-verifiers.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import type { Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { CredentialsRequest, EngineConfig, RedirectRequest, SilentRequest } from "./engine.js";
import type { UrlOf } from "./transaction-of.js";

/** A silent request that a login ticket goes along with. */
type TicketRequest = (
  asked: SilentRequest & { readonly loginTicket: string; readonly realm: string },
  options: CallOptions,
) => Promise<VerifiedTokens>;

/** Trades the credentials for a ticket, and the ticket for tokens, without leaving the page. */
export async function loginInPage(
  { tenant, verification }: EngineConfig,
  silentRequest: TicketRequest,
  credentials: Credentials,
  asked: CredentialsRequest,
  options: CallOptions,
  authenticate: typeof coAuthenticate = coAuthenticate,
): Promise<VerifiedTokens> {
  preloadVerification(verification);
  const { ticket: loginTicket } = await authenticate(tenant, credentials, options);
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
  { tenant, verification }: EngineConfig,
  credentials: Credentials,
  { subject, maxAge, ...asked }: CredentialsRequest,
  options: CallOptions,
  grant: typeof credentialsGrant = credentialsGrant,
): Promise<VerifiedTokens> {
  preloadVerification(verification);
  const tokens = await grant(tenant, credentials, asked, options);
  const { organization } = asked;
  const expected = { subject, maxAge, organization, requireHash: false };
  return verifyTokens(verification, tokens, expected, options);
}

/** Trades the credentials for a ticket and gives the address that takes it. */
export async function loginUrl(
  { tenant, name }: EngineConfig,
  urlOf: UrlOf,
  transaction: Transaction,
  credentials: Credentials,
  request: RedirectRequest,
  options: CallOptions,
  authenticate: typeof coAuthenticate = coAuthenticate,
): Promise<string> {
  const given = await authenticate(tenant, credentials, options).catch((error) => {
    createTransactionStore(name).take(transaction.state);
    throw error;
  });
  const { ticket: loginTicket, id, verifier } = given;
  if (id && verifier) keepCoVerifier(tenant.origin, id, verifier);
  return urlOf(transaction, { ...request, loginTicket, realm: credentials.realm });
}
