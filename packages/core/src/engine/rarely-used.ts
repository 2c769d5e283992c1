import {
  passwordlessStart as start,
  type PasswordlessStartRequest,
} from "../authentication/passwordless-start.js";
import { tokenExchangeGrant, type TokenExchange } from "../authentication/token-exchange.js";
import { codeChallenge } from "../transaction/transaction.js";
import {
  preloadVerification,
  verifyTokens,
  type Verification,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import { popupResponse } from "../browser/popup-channel.js";
import type { PopupWindow } from "../browser/popup-window.js";
import { parseResponse } from "../callback/parse-response.js";
import { redeemResponse } from "../callback/redeem-response.js";
import { authError } from "../errors/auth-error.js";
import type { AskedFor } from "../session/asked-for.js";
import type { CallOptions } from "../transport/deadline.js";
import type { EngineConfig, RedirectRequest } from "./engine.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import { transactionOf, type UrlOf } from "./transaction-of.js";

/** What the protocol engine loads when it is first called for. */
export { signup } from "../authentication/signup.js";
export { changePassword } from "../authentication/change-password.js";

/** Signs in by the tenant's pages in a window of its own. */
export async function popupLogin(
  { tenant, verification, responseType, popupDeadline }: EngineConfig,
  urlOf: UrlOf,
  request: RedirectRequest,
  popup: PopupWindow,
  { signal }: CallOptions,
): Promise<VerifiedTokens> {
  assertPopupCanAnswer(tenant.origin, request.redirectUri);
  // Lives as long as this call, so it needs no storage.
  const transaction = transactionOf(request, responseType, "popup");
  const { state, redirectUri } = transaction;
  const url = await urlOf(transaction, request);
  if (popup.window.closed) throw authError("popup_closed");
  if (signal?.aborted) throw authError("aborted");
  popup.navigate(url);
  const { origin } = new URL(redirectUri);
  const { search, hash } = await popupResponse({
    popup,
    state,
    origin,
    deadline: popupDeadline,
    signal,
  });
  const response = parseResponse(search, hash);
  const isOurs = "state" in response && response.state === state;
  if (!isOurs) throw authError("invalid_callback");
  return redeemResponse(verification, response, transaction, { signal });
}

/** The response is handed over within one origin, which must not be the tenant's. */
function assertPopupCanAnswer(tenant: string, redirectUri: string): void {
  const { host, origin } = window.location;
  if (host === new URL(tenant).host) {
    throw new Error(
      "A popup was to open from a page on the tenant's own domain. Nobody was signed in. Use a redirect there.",
    );
  }
  if (new URL(redirectUri).origin !== origin) {
    throw new Error(
      "A popup was to come back to another origin than this page's. Nobody was signed in. Configure popupRedirectUri, or redirectUri, as a page of this origin, and list it in the Allowed Callback URLs.",
    );
  }
}

/** Trades a token of somebody else's and verifies what the tenant gives for it. */
export async function exchangeToken(
  verification: Verification,
  exchange: TokenExchange,
  asked: AskedFor,
  options: CallOptions,
  grant: typeof tokenExchangeGrant = tokenExchangeGrant,
): Promise<VerifiedTokens> {
  preloadVerification(verification);
  const tokens = await grant(verification.tenant, exchange, asked, options);
  const { organization } = asked;
  return verifyTokens(verification, tokens, { organization, requireHash: false }, options);
}

/** Sends a code, or a link whose response any tab of this browser may take. */
export async function passwordlessStart(
  { tenant, responseType, name }: EngineConfig,
  request: PasswordlessStartRequest,
  link: RedirectRequest | undefined,
  options: CallOptions,
  send: typeof start = start,
): Promise<void> {
  if (!link) return send(tenant, request, options);
  const transaction = { ...transactionOf(link, responseType), anyTab: true };
  const { state, nonce, redirectUri, scope, audience, organization } = transaction;
  const transactions = createTransactionStore(name);
  transactions.add(transaction);
  const authParams = {
    ...request.authParams,
    scope,
    audience,
    organization,
    redirect_uri: redirectUri,
    response_type: responseType,
    response_mode: undefined,
    state,
    nonce,
    ...(responseType === "code" && {
      code_challenge: await codeChallenge(transaction.codeVerifier),
      code_challenge_method: "S256",
    }),
  };
  try {
    await send(tenant, { ...request, authParams }, options);
  } catch (error) {
    transactions.take(state);
    throw error;
  }
}
