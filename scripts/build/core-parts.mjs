import { existsSync } from "node:fs";

/**
 * The files that @portico/core is published in. An app's bundler makes its chunks of whole files, so what is loaded
 * together is one. Each file has the modules named here and all that they import, but for what is in a file before it;
 * what none of them reaches has a file of its own.
 */
const parts = {
  // Pages of their own, for which every byte counts, and what an app may want of the index by itself.
  "relay-popup": ["callback/relay-popup"],
  "tenant-origin": ["authentication/tenant-origin", "management/management-audience"],
  "co-verifiers": ["transaction/co-verifiers"],
  "response-parameters": ["callback/response-parameters"],
  response: ["callback/authorization-response"],
  "read-invitation": ["flows/read-invitation"],
  "return-to": ["flows/hosted-login", "flows/redirect-request"],
  identity: ["identity/destination", "identity/proven-identity"],
  // What the client and the AuthenticationClient both begin with.
  base: [
    "authentication/authorize-url",
    "authentication/refuse-unknown-keys",
    "errors/is-object",
    "transaction/transaction",
    "transport/load",
  ],
  // What other parts need of a client that has started. Of these files none loads another: a bundler would keep that.
  started: [
    "browser/web-message",
    "client/client-context",
    "errors/call-app",
    "flows/tenant-session",
    "session/session-store",
    "session/sign-out-mark",
    "transaction/clear-transactions",
    "transport/single-flight",
    "transport/tab-lock",
    "transport/turns",
  ],
  start: ["client/auth-client"],
  // What both need for tokens.
  tokens: [
    "authentication/co-authenticate",
    "authentication/revoke",
    "authentication/token-grants",
    "authentication/verify-tokens",
    "identity/user",
    "tokens/jwks",
  ],
  "sign-in": ["client/sign-in-part", "engine/with-tokens"],
  "fresh-proof": ["flows/keep-proof", "flows/management-access"],
  "parse-callback": ["callback/parse-callback"],
  transactions: ["engine/transaction-of", "transaction/transaction-store"],
  redirects: ["client/redirect-part", "engine/with-redirects", "flows/redeem-callback"],
  "account-requests": ["authentication/change-password", "authentication/signup"],
  "message-request": ["authentication/passwordless-start"],
  "token-exchange": ["authentication/token-exchange", "authentication/userinfo"],
  accounts: ["client/account-part", "engine/with-accounts"],
  rare: ["client/rare-part", "engine/rarely-used", "flows/prove-again"],
  challenged: ["flows/challenged"],
  "mfa-api": [
    "authentication/device-answer",
    "authentication/mfa-api",
    "authentication/typed-answer",
  ],
  mfa: ["flows/mfa"],
  passwordless: ["engine/with-messages", "flows/passwordless"],
  "management-client": ["management/management-client"],
  management: ["client/session-management", "flows/link-identity"],
  "kept-session": ["session/kept-session"],
  tabs: ["flows/keep-watch", "flows/resume-session", "session/renewal-talk"],
};

/** The same as groups of Rolldown's code splitting, for the sources in `folder`. */
export function corePartsIn(folder) {
  return Object.entries(parts).map(([name, modules]) => {
    const files = modules.map((path) => `${folder}/${path}.ts`.replaceAll("\\", "/"));
    const missing = files.find((file) => !existsSync(file));
    if (missing) throw new Error(`${missing} is not there: scripts/build/core-parts.mjs names it.`);
    return { name, test: (id) => files.includes(id) };
  });
}
