import {
  changePassword as requestPasswordChange,
  type ChangePasswordRequest,
} from "../authentication/change-password.js";
import {
  passwordlessStart as start,
  type PasswordlessStartRequest,
} from "../authentication/passwordless-start.js";
import { signup as createUser, type NewUser } from "../authentication/signup.js";
import { tokenExchangeGrant, type TokenExchange } from "../authentication/token-exchange.js";
import { codeChallenge } from "../transaction/transaction.js";
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
import { createTransactionStore } from "../transaction/transaction-store.js";
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

/** Sends a code, or a link whose response any tab of this browser may take. */
export async function passwordlessStart(
  { config: { tenant, responseType, name } }: Workings,
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

/** Creates a user. */
export function signup(
  { config }: Workings,
  connection: string,
  user: NewUser,
  options: CallOptions,
): Promise<void> {
  return createUser(config.tenant, connection, user, options);
}

/** Mails a link to set a new password. */
export function changePassword(
  { config }: Workings,
  request: ChangePasswordRequest,
  options: CallOptions,
): Promise<void> {
  return requestPasswordChange(config.tenant, request, options);
}

/** Asks for the user as the tenant knows them now. */
export function userinfo(
  { config }: Workings,
  accessToken: string,
  options: CallOptions,
): Promise<User> {
  return fetchUserinfo(config.tenant, accessToken, options);
}
