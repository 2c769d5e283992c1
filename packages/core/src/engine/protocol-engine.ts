import { authorizeUrl, logoutUrl } from "../authentication/authorize-url.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { webMessage } from "../browser/web-message.js";
import { readMessage } from "../callback/parse-response.js";
import { authError } from "../errors/auth-error.js";
import { isSilentRefusal } from "../errors/silent-refusals.js";
import { codeChallenge, type Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import { transactionOf, type AddressDetails } from "./transaction-of.js";
import type { Engine, EngineConfig, RedirectRequest, SilentRequest } from "./engine.js";

const withTokens = () => load(() => import("./with-tokens.js"));
const withRedirects = () => load(() => import("./with-redirects.js"));
const withCredentials = () => load(() => import("./with-credentials.js"));
const rarelyUsed = () => load(() => import("./rarely-used.js"));

/** The engine that speaks Auth0's protocols itself. */
export function createProtocolEngine(config: EngineConfig): Engine {
  const { tenant, verification, responseType } = config;

  return {
    loginInPage: async (...given) =>
      (await withCredentials()).loginInPage(config, silentRequest, ...given),
    loginByGrant: async (...given) => (await withCredentials()).loginByGrant(config, ...given),

    async loginUrl(credentials, request, options) {
      const { loginUrl } = await withCredentials();
      const transaction = await begin({ ...request, connection: credentials.realm });
      return loginUrl(config, urlOf, transaction, credentials, request, options);
    },

    authorizeUrl: async (request) => urlOf(await begin(request), request),

    popupLogin: async (request, popup, options) =>
      (await rarelyUsed()).popupLogin(config, urlOf, request, popup, options),

    async takeTransaction(response) {
      // A transaction is given out once, so what it takes to redeem the response has to be there first.
      const [{ takeTransaction }] = await Promise.all([withRedirects(), withTokens()]);
      return takeTransaction(config, response);
    },
    redeem: async (...given) => (await withTokens()).redeemResponse(verification, ...given),
    silentLogin: silentRequest,
    refresh: async (...given) => (await withTokens()).refresh(config, ...given),
    exchangeToken: async (exchange, asked, options) =>
      (await rarelyUsed()).exchangeToken(verification, exchange, asked, options),
    signup: async (...given) => (await rarelyUsed()).signup(tenant, ...given),
    changePassword: async (...given) => (await rarelyUsed()).changePassword(tenant, ...given),
    passwordlessStart: async (...given) => (await rarelyUsed()).passwordlessStart(config, ...given),
    userinfo: async (...given) => (await withTokens()).userinfo(config, ...given),
    logoutUrl: (target) => logoutUrl(tenant, target),
  };

  async function begin(request: RedirectRequest): Promise<Transaction> {
    return (await withRedirects()).beginTransaction(config, request);
  }

  async function silentRequest(
    asked: SilentRequest & { loginTicket?: string; realm?: string },
    { signal }: CallOptions,
  ): Promise<VerifiedTokens> {
    // Somebody is signed in, so an answer with tokens is to be expected.
    if (asked.subject !== undefined || asked.loginTicket) withTokens().catch(() => {});
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
    const response = readMessage(message);
    // The everyday answer where nobody is signed in: nothing more has to be loaded for it.
    const isRefused = response.kind === "error" && response.issuer === undefined;
    if (isRefused && isSilentRefusal(response.error)) throw authError(response.error);
    const { redeemResponse } = await withTokens();
    return redeemResponse(verification, response, transaction, { signal });
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
