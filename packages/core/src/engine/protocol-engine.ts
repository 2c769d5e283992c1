import { authorizeUrl, logoutUrl } from "../authentication/authorize-url.js";
import { coAuthenticate } from "../authentication/co-authenticate.js";
import { signup } from "../authentication/signup.js";
import type { Tenant } from "../authentication/tenant.js";
import { passwordRealmGrant, refreshTokenGrant } from "../authentication/token-grants.js";
import { userinfo } from "../authentication/userinfo.js";
import { webMessage } from "../browser/web-message.js";
import { readMessage } from "../callback/parse-response.js";
import { redeemResponse, verifyTokens, type Verification } from "../callback/redeem-response.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import type { AskedFor, VerifiedTokens } from "../session/session-from-tokens.js";
import { createKeySet } from "../tokens/jwks.js";
import { codeChallenge, createTransaction, type Transaction } from "../transaction/transaction.js";
import type { TransactionStore } from "../transaction/transaction-store.js";
import type { CallOptions } from "../transport/deadline.js";
import type { Engine, RedirectRequest } from "./engine.js";

/** What the engine has to know; all times in milliseconds but `leeway`, which is in seconds. */
export interface ProtocolEngineConfig {
  readonly tenant: Tenant;
  readonly issuer: string;
  readonly responseType: "code" | "token id_token";
  /** Where silent responses are addressed to; any allowed callback of this origin. */
  readonly redirectUri: () => string;
  readonly leeway: number;
  readonly silentDeadline: number;
  readonly keysDeadline: number;
  readonly transactions: TransactionStore;
}

/** The engine that speaks Auth0's protocols itself. */
export function createProtocolEngine(config: ProtocolEngineConfig): Engine {
  const { tenant, issuer, leeway, responseType, transactions } = config;
  const keys = createKeySet(`${tenant.origin}/.well-known/jwks.json`, config.keysDeadline);
  const deadline = config.keysDeadline;
  const verification: Verification = { tenant, keys, issuer, leeway, deadline };

  return {
    async loginInPage(credentials, asked, options) {
      keys.preload();
      const loginTicket = await coAuthenticate(tenant, credentials, options);
      try {
        return await silentRequest({ ...asked, loginTicket, realm: credentials.realm }, options);
      } catch (error) {
        // The tenant has just set its cookie and does not get it back.
        if (isAuthError(error, "login_required")) throw authError("third_party_cookies_blocked");
        throw error;
      }
    },

    async loginWithPasswordRealm(credentials, asked, options) {
      keys.preload();
      const { scope, audience } = asked;
      const grant = { ...credentials, scope, audience };
      const tokens = await passwordRealmGrant(tenant, grant, options);
      return verifyTokens(verification, tokens, { requireHash: false }, options);
    },

    async loginUrl(credentials, request, options) {
      const transaction = begin(request);
      const loginTicket = await coAuthenticate(tenant, credentials, options).catch((error) => {
        transactions.take(transaction.state);
        throw error;
      });
      return urlOf(transaction, { loginTicket, realm: credentials.realm });
    },

    async authorizeUrl(request) {
      const { connection, loginHint, screenHint, prompt } = request;
      return urlOf(begin(request), { connection, loginHint, screenHint, prompt });
    },

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
      const tokens = await refreshTokenGrant(tenant, { refreshToken, ...asked }, options);
      const expected = { subject, requireHash: false };
      const verified = await verifyTokens(verification, tokens, expected, options);
      // A tenant that does not rotate leaves the old one in force.
      return { ...verified, refreshToken: tokens.refreshToken ?? refreshToken };
    },

    signup: (connection, user, options) => signup(tenant, connection, user, options),
    userinfo: (accessToken, options) => userinfo(tenant, accessToken, options),
    logoutUrl: (target) => logoutUrl(tenant, target),
  };

  function begin(request: RedirectRequest): Transaction {
    const { redirectUri, scope, audience, maxAge, appState } = request;
    const asked = { redirectUri, scope, audience, maxAge, appState };
    const transaction = createTransaction({ ...asked, responseType });
    transactions.add(transaction);
    return transaction;
  }

  async function silentRequest(
    asked: AskedFor & { subject?: string | undefined; loginTicket?: string; realm?: string },
    { signal }: CallOptions,
  ): Promise<VerifiedTokens> {
    const { scope, audience, subject, loginTicket, realm } = asked;
    const redirectUri = config.redirectUri();
    // Lives as long as this call, so it needs no storage.
    const transaction = createTransaction({ responseType, redirectUri, scope, audience });
    const message = await webMessage({
      url: await urlOf(transaction, { loginTicket, realm, prompt: "none" }, "web_message"),
      origin: tenant.origin,
      state: transaction.state,
      deadline: config.silentDeadline,
      signal,
    });
    const response = readMessage(message);
    return redeemResponse(verification, response, transaction, { signal, subject });
  }

  async function urlOf(
    transaction: Transaction,
    more: Partial<Parameters<typeof authorizeUrl>[1]>,
    responseMode?: "web_message",
  ): Promise<string> {
    const { state, nonce, redirectUri, scope, audience, maxAge } = transaction;
    return authorizeUrl(tenant, {
      responseType,
      redirectUri,
      scope,
      audience,
      state,
      nonce,
      maxAge,
      ...(responseType === "code" && {
        codeChallenge: await codeChallenge(transaction.codeVerifier),
      }),
      ...(responseMode && { responseMode }),
      ...more,
    });
  }
}
