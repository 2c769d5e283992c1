import {
  passwordlessStart as start,
  type PasswordlessStartRequest,
} from "../authentication/passwordless-start.js";
import { tokenExchangeGrant, type TokenExchange } from "../authentication/token-exchange.js";
import { codeChallenge } from "../transaction/transaction.js";
import {
  verifyTokens,
  type Verification,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import { popupResponse } from "../browser/popup-channel.js";
import type { PopupWindow } from "../browser/popup-window.js";
import { parseResponse } from "../callback/parse-response.js";
import { redeemResponse } from "../callback/redeem-response.js";
import { authError } from "../errors/auth-error.js";
import type { AskedFor } from "../session/session-from-tokens.js";
import type { CallOptions } from "../transport/deadline.js";
import type { EngineConfig, RedirectRequest } from "./engine.js";
import { transactionOf, type UrlOf } from "./transaction-of.js";

/** What the protocol engine loads when it is first called for. */
export { signup } from "../authentication/signup.js";
export { changePassword } from "../authentication/change-password.js";

/** Signs in by the tenant's pages in a window of its own. */
export async function popupLogin(
  { verification, responseType, popupDeadline }: EngineConfig,
  urlOf: UrlOf,
  request: RedirectRequest,
  popup: PopupWindow,
  options: CallOptions,
): Promise<VerifiedTokens> {
  try {
    const transaction = transactionOf(request, responseType, "popup");
    popup.navigate(await urlOf(transaction, request));
    const { search, hash } = await popupResponse({
      popup,
      state: transaction.state,
      origin: new URL(transaction.redirectUri).origin,
      deadline: popupDeadline,
      signal: options.signal,
    });
    const response = parseResponse(search, hash);
    const isOurs = "state" in response && response.state === transaction.state;
    if (!isOurs) throw authError("invalid_callback");
    return await redeemResponse(verification, response, transaction, options);
  } finally {
    popup.close();
  }
}

/** Trades a token of somebody else's and verifies what the tenant gives for it. */
export async function exchangeToken(
  verification: Verification,
  exchange: TokenExchange,
  asked: AskedFor,
  options: CallOptions,
): Promise<VerifiedTokens> {
  const tokens = await tokenExchangeGrant(verification.tenant, exchange, asked, options);
  const { organization } = asked;
  return verifyTokens(verification, tokens, { organization, requireHash: false }, options);
}

/** Sends a code, or a link whose response any tab of this browser may take. */
export async function passwordlessStart(
  { tenant, responseType, transactions }: EngineConfig,
  request: PasswordlessStartRequest,
  link: RedirectRequest | undefined,
  options: CallOptions,
): Promise<void> {
  if (!link) return start(tenant, request, options);
  const transaction = { ...transactionOf(link, responseType), anyTab: true };
  const { state, nonce, redirectUri, scope, audience, organization } = transaction;
  transactions.add(transaction);
  const authParams = {
    ...request.authParams,
    scope,
    audience,
    organization,
    redirect_uri: redirectUri,
    response_type: responseType,
    state,
    nonce,
    ...(responseType === "code" && {
      code_challenge: await codeChallenge(transaction.codeVerifier),
      code_challenge_method: "S256",
    }),
  };
  try {
    await start(tenant, { ...request, authParams }, options);
  } catch (error) {
    transactions.take(state);
    throw error;
  }
}
