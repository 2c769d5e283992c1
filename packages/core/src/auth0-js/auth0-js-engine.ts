import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import { readMessage } from "../callback/parse-response.js";
import { redeemResponse } from "../callback/redeem-response.js";
import type {
  Engine,
  EngineConfig,
  EngineFactory,
  RedirectRequest,
  SilentRequest,
} from "../engine/engine.js";
import { createProtocolEngine } from "../engine/protocol-engine.js";
import { transactionOf, type UrlOf } from "../engine/transaction-of.js";
import type { Transaction } from "../transaction/transaction.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import { askInFrame } from "./ask-in-frame.js";
import { authorizeAddress } from "./authorize-address.js";
import { loginTicket } from "./login-ticket.js";
import { loadWebAuth } from "./open-web-auth.js";
import {
  changePassword,
  credentialsGrant,
  passwordlessStart,
  signup,
  tokenExchangeGrant,
  userinfo,
} from "./requests.js";

/** What `auth0JsEngine` takes; all of it optional. */
export interface Auth0JsEngineOptions {
  /** Whether auth0-js is loaded as soon as a client is made in a page; if not given, with the first call that needs it. */
  readonly preload?: boolean | undefined;
}

/** Makes an engine that speaks to the tenant by auth0-js. */
export interface Auth0JsEngineFactory extends EngineFactory {
  /** Loads auth0-js ahead of its first use. Throws `network`, or an `Error` where the app does not have it. */
  preload(): Promise<void>;
}

/**
 * An engine for `createAuthClient({ engine })` that sends what auth0-js 10.2.1 sends, for whoever migrates from it. It
 * needs the package auth0-js. What auth0-js cannot do, or does not do safely, stays Portico's own.
 */
export function auth0JsEngine({
  preload = false,
}: Auth0JsEngineOptions = {}): Auth0JsEngineFactory {
  const create: EngineFactory = (config) => {
    // The first call tells what went wrong, if anything did.
    if (preload && typeof window !== "undefined") loadAhead().catch(() => {});
    return createAuth0JsEngine(config);
  };
  return Object.assign(create, { preload: loadAhead });
}

async function loadAhead(): Promise<void> {
  await loadWebAuth();
}

const withCredentials = () => load(() => import("../engine/with-credentials.js"));
const rarelyUsed = () => load(() => import("../engine/rarely-used.js"));

function createAuth0JsEngine(config: EngineConfig): Engine {
  // Callbacks and refresh tokens are its own, and an address to log out by is needed at once.
  const protocol = createProtocolEngine(config);
  const { tenant, verification, responseType, name } = config;
  const urlOf: UrlOf = (transaction, details) => authorizeAddress(tenant, transaction, details);

  return {
    ...protocol,

    loginInPage: async (credentials, asked, options) =>
      (await withCredentials()).loginInPage(
        config,
        silentRequest,
        credentials,
        asked,
        options,
        loginTicket,
      ),

    loginByGrant: async (credentials, asked, options) =>
      (await withCredentials()).loginByGrant(config, credentials, asked, options, credentialsGrant),

    async loginUrl(credentials, request, options) {
      const { loginUrl } = await withCredentials();
      return begin({ ...request, connection: credentials.realm }, (transaction) =>
        loginUrl(config, urlOf, transaction, credentials, request, options, loginTicket),
      );
    },

    authorizeUrl: (request) => begin(request, (transaction) => urlOf(transaction, request)),

    // auth0-js' own popups wait for ever where they are blocked, and trust any window.
    popupLogin: async (request, popup, options) =>
      (await rarelyUsed()).popupLogin(config, urlOf, request, popup, options),

    silentLogin: silentRequest,

    exchangeToken: async (exchange, asked, options) =>
      // It would respell the names of further fields.
      exchange.extra
        ? protocol.exchangeToken(exchange, asked, options)
        : (await rarelyUsed()).exchangeToken(
            verification,
            exchange,
            asked,
            options,
            tokenExchangeGrant,
          ),

    signup: (...given) => signup(tenant, ...given),

    changePassword: (request, options) =>
      // It would leave the organization away.
      request.organization
        ? protocol.changePassword(request, options)
        : changePassword(tenant, request, options),

    passwordlessStart: async (request, link, options) =>
      // It would respell the names of the app's own parameters.
      request.authParams
        ? protocol.passwordlessStart(request, link, options)
        : (await rarelyUsed()).passwordlessStart(config, request, link, options, passwordlessStart),

    userinfo: (...given) => userinfo(tenant, ...given),
  };

  /** Keeps a transaction for the way back, unless the way there fails. */
  async function begin(
    request: RedirectRequest,
    address: (transaction: Transaction) => Promise<string>,
  ): Promise<string> {
    const transactions = createTransactionStore(name);
    const transaction = transactionOf(request, responseType);
    transactions.add(transaction);
    try {
      return await address(transaction);
    } catch (error) {
      transactions.take(transaction.state);
      throw error;
    }
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
    const details = { ...asked, prompt: "none", responseMode: "web_message" } as const;
    const message = await askInFrame(tenant, {
      url: await authorizeAddress(tenant, transaction, details, { signal }),
      origin: tenant.origin,
      state: transaction.state,
      deadline: config.silentDeadline,
      signal,
    });
    return redeemResponse(verification, readMessage(message), transaction, { signal });
  }
}
