import { authorizeUrl, logoutUrl } from "../authentication/authorize-url.js";
import { webMessage } from "../browser/web-message.js";
import { plainRefusal } from "../callback/plain-refusal.js";
import { authError } from "../errors/auth-error.js";
import { codeChallenge, createTransaction } from "../transaction/transaction.js";
import { load } from "../transport/load.js";
import type { Engine, EngineConfig } from "./engine.js";
import { createEngineCalls, type Workings } from "./workings.js";

const withTokens = () => import("./with-tokens.js");

/** The engine that speaks Auth0's protocols itself. */
export function createProtocolEngine(config: EngineConfig): Engine {
  const { tenant, responseType } = config;

  const urlOf: Workings["urlOf"] = async (transaction, details) => {
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
  };

  const silentRequest: Workings["silentRequest"] = async (asked, { signal }) => {
    // Somebody is signed in, so an answer with tokens is to be expected.
    if (asked.subject !== undefined || asked.loginTicket) load(withTokens).catch(() => {});
    // Lives as long as this call, so it needs no storage.
    const transaction = createTransaction({
      ...asked,
      responseType,
      redirectUri: config.redirectUri(),
    });
    const message = await webMessage({
      url: await urlOf(transaction, { ...asked, prompt: "none", responseMode: "web_message" }),
      origin: tenant.origin,
      state: transaction.state,
      deadline: config.silentDeadline,
      signal,
    });
    // The everyday answer where nobody is signed in: nothing more has to be loaded for it.
    const refusal = plainRefusal(message);
    if (refusal) throw authError(refusal);
    const { redeemMessage } = await load(withTokens);
    return redeemMessage(workings, message, transaction, { signal });
  };

  const workings: Workings = { config, urlOf, silentRequest };
  const calls = createEngineCalls(workings);
  return {
    silentLogin: silentRequest,
    logoutUrl: (target) => logoutUrl(tenant, target),
    ...calls(["loginInPage", "loginByGrant", "redeem", "refresh"], withTokens),
    ...calls(["authorizeUrl", "loginUrl", "takeTransaction"], () => import("./with-redirects.js")),
    ...calls(["signup", "changePassword"], () => import("./with-accounts.js")),
    ...calls(["passwordlessStart"], () => import("./with-messages.js")),
    ...calls(["popupLogin", "exchangeToken", "userinfo"], () => import("./rarely-used.js")),
  };
}
