import { tokenExchangeGrant, type TokenExchange } from "../authentication/token-exchange.js";
import { userinfo as fetchUserinfo } from "../authentication/userinfo.js";
import { verifyTokens, type VerifiedTokens } from "../authentication/verify-tokens.js";
import { popupResponse } from "../browser/popup-channel.js";
import type { PopupWindow } from "../browser/popup-window.js";
import { parseResponse } from "../callback/parse-response.js";
import { redeemResponse } from "../callback/redeem-response.js";
import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { AskedFor } from "../session/asked-for.js";
import type { CallOptions } from "../transport/deadline.js";
import type { RedirectRequest } from "./engine.js";
import { transactionOf } from "./transaction-of.js";
import type { Workings } from "./workings.js";

/** Signs in by the tenant's pages in a window of its own. */
export async function popupLogin(
  { config: { tenant, verification, responseType, popupDeadline }, urlOf }: Workings,
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
  { config: { tenant, verification } }: Workings,
  exchange: TokenExchange,
  asked: AskedFor,
  options: CallOptions,
  grant: typeof tokenExchangeGrant = tokenExchangeGrant,
): Promise<VerifiedTokens> {
  verification.keys.preload();
  const tokens = await grant(tenant, exchange, asked, options);
  const { organization } = asked;
  return verifyTokens(verification, tokens, { organization, requireHash: false }, options);
}

/** Asks for the user as the tenant knows them now. */
export function userinfo(
  { config }: Workings,
  accessToken: string,
  options: CallOptions,
): Promise<User> {
  return fetchUserinfo(config.tenant, accessToken, options);
}
