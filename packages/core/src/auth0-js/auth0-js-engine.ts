import { readMessage } from "../callback/read-message.js";
import { redeemResponse } from "../callback/redeem-response.js";
import type { Engine, EngineConfig, EngineFactory } from "../engine/engine.js";
import { createProtocolEngine } from "../engine/protocol-engine.js";
import { transactionOf } from "../engine/transaction-of.js";
import type { Workings } from "../engine/workings.js";
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

const withTokens = () => load(() => import("../engine/with-tokens.js"));
const withRedirects = () => load(() => import("../engine/with-redirects.js"));
const withMessages = () => load(() => import("../engine/with-messages.js"));
const rarelyUsed = () => load(() => import("../engine/rarely-used.js"));

function createAuth0JsEngine(config: EngineConfig): Engine {
  // Callbacks and refresh tokens are its own, and an address to log out by is needed at once.
  const protocol = createProtocolEngine(config);
  const { tenant, verification, responseType } = config;

  const silentRequest: Workings["silentRequest"] = async (asked, { signal }) => {
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
  };

  const workings: Workings = {
    config,
    urlOf: (transaction, details) => authorizeAddress(tenant, transaction, details),
    silentRequest,
  };

  return {
    ...protocol,

    loginInPage: async (...given) =>
      (await withTokens()).loginInPage(workings, ...given, loginTicket),

    loginByGrant: async (...given) =>
      (await withTokens()).loginByGrant(workings, ...given, credentialsGrant),

    loginUrl: async (...given) => (await withRedirects()).loginUrl(workings, ...given, loginTicket),

    authorizeUrl: async (request) => (await withRedirects()).authorizeUrl(workings, request),

    // auth0-js' own popups wait for ever where they are blocked, and trust any window.
    popupLogin: async (...given) => (await rarelyUsed()).popupLogin(workings, ...given),

    silentLogin: silentRequest,

    exchangeToken: async (exchange, asked, options) =>
      // It would respell the names of further fields.
      exchange.extra
        ? protocol.exchangeToken(exchange, asked, options)
        : (await rarelyUsed()).exchangeToken(
            workings,
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
        : (await withMessages()).passwordlessStart(
            workings,
            request,
            link,
            options,
            passwordlessStart,
          ),

    userinfo: (...given) => userinfo(tenant, ...given),
  };
}
