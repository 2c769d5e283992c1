import { authorizeUrl, logoutUrl } from "../authentication/authorize-url.js";
import { refreshTokenGrant } from "../authentication/token-grants.js";
import { userinfo } from "../authentication/userinfo.js";
import {
  preloadVerification,
  verifyTokens,
  type VerifiedTokens,
} from "../authentication/verify-tokens.js";
import { webMessage } from "../browser/web-message.js";
import { readMessage } from "../callback/parse-response.js";
import { redeemResponse } from "../callback/redeem-response.js";
import { authError } from "../errors/auth-error.js";
import { codeChallenge, type Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import { transactionOf, type AddressDetails } from "./transaction-of.js";
import type { Engine, EngineConfig, RedirectRequest, SilentRequest } from "./engine.js";

const withCredentials = () => load(() => import("./with-credentials.js"));
const rarelyUsed = () => load(() => import("./rarely-used.js"));

/** The engine that speaks Auth0's protocols itself. */
export function createProtocolEngine(config: EngineConfig): Engine {
  const { tenant, verification, responseType, transactions } = config;

  return {
    loginInPage: async (...given) =>
      (await withCredentials()).loginInPage(config, silentRequest, ...given),
    loginByGrant: async (...given) => (await withCredentials()).loginByGrant(config, ...given),

    async loginUrl(credentials, request, options) {
      const transaction = begin({ ...request, connection: credentials.realm });
      const { loginUrl } = await withCredentials();
      return loginUrl(config, urlOf, transaction, credentials, request, options);
    },

    authorizeUrl: (request) => urlOf(begin(request), request),

    popupLogin: async (request, popup, options) =>
      (await rarelyUsed()).popupLogin(config, urlOf, request, popup, options),

    takeTransaction(response) {
      const state = "state" in response ? response.state : undefined;
      const transaction = state === undefined ? undefined : transactions.take(state);
      if (response.kind === "malformed") throw authError("invalid_callback");
      if (transaction) return transaction;
      throw authError(response.kind === "error" ? "unsolicited" : "transaction_lost");
    },

    redeem: (response, transaction, options) =>
      redeemResponse(verification, response, transaction, options),

    silentLogin: silentRequest,

    async refresh(refreshToken, { subject, ...asked }, options) {
      preloadVerification(verification);
      const tokens = await refreshTokenGrant(tenant, { refreshToken, ...asked }, options);
      const expected = { subject, requireHash: false };
      const verified = await verifyTokens(verification, tokens, expected, options);
      // A tenant that does not rotate leaves the old one in force.
      return { ...verified, refreshToken: tokens.refreshToken ?? refreshToken };
    },

    exchangeToken: async (exchange, asked, options) =>
      (await rarelyUsed()).exchangeToken(verification, exchange, asked, options),
    signup: async (...given) => (await rarelyUsed()).signup(tenant, ...given),
    changePassword: async (...given) => (await rarelyUsed()).changePassword(tenant, ...given),
    passwordlessStart: async (...given) => (await rarelyUsed()).passwordlessStart(config, ...given),
    userinfo: (accessToken, options) => userinfo(tenant, accessToken, options),
    logoutUrl: (target) => logoutUrl(tenant, target),
  };

  function begin(request: RedirectRequest): Transaction {
    const transaction = transactionOf(request, responseType);
    transactions.add(transaction);
    return transaction;
  }

  async function silentRequest(
    asked: SilentRequest & { loginTicket?: string; realm?: string },
    { signal }: CallOptions,
  ): Promise<VerifiedTokens> {
    // Lives as long as this call, so it needs no storage.
    const transaction = transactionOf(
      { ...asked, redirectUri: config.redirectUri() },
      responseType,
    );
    const message = await webMessage({
      url: await urlOf(transaction, { ...asked, prompt: "none", responseMode: "web_message" }),
      origin: tenant.origin,
      state: transaction.state,
      deadline: config.silentDeadline,
      signal,
    });
    return redeemResponse(verification, readMessage(message), transaction, { signal });
  }

  async function urlOf(transaction: Transaction, details: AddressDetails): Promise<string> {
    const { state, nonce, redirectUri, scope, audience, organization, maxAge } = transaction;
    return authorizeUrl(tenant, {
      ...details,
      responseType,
      redirectUri,
      scope,
      audience,
      organization,
      state,
      nonce,
      maxAge,
      ...(responseType === "code" && {
        codeChallenge: await codeChallenge(transaction.codeVerifier),
      }),
    });
  }
}
