import type { Tenant } from "../authentication/tenant.js";
import type { AddressDetails } from "../engine/transaction-of.js";
import { codeChallenge, type Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { callEngine } from "./call-engine.js";

/** Has auth0-js write the address of a transaction at `/authorize`, with Portico's state, nonce and PKCE. */
export async function authorizeAddress(
  tenant: Tenant,
  transaction: Transaction,
  details: AddressDetails,
  { signal }: CallOptions = {},
): Promise<string> {
  const options = await optionsOf(transaction, details);
  const given = Object.entries(options).filter(([, value]) => value);
  const written = await callEngine(tenant, {
    endpoint: "authorize",
    signal,
    invoke: ({ client }, done) => done(null, client.buildAuthorizeUrl(Object.fromEntries(given))),
    read: (address) => (typeof address === "string" ? address : undefined),
  });
  return withExtra(written, Object.keys(options), details.extra);
}

/** In the wire's spelling where auth0-js lets it through, and in its own where it checks an option. */
async function optionsOf(transaction: Transaction, details: AddressDetails) {
  const { responseType, redirectUri, scope, audience, organization } = transaction;
  const { state, nonce, maxAge, codeVerifier } = transaction;
  const isCode = responseType === "code";
  return {
    responseType,
    responseMode: details.responseMode,
    redirectUri,
    scope,
    audience,
    state,
    nonce,
    organization,
    invitation: details.invitation,
    connection: details.connection,
    connection_scope: details.connectionScope?.join(","),
    realm: details.realm,
    login_ticket: details.loginTicket,
    login_hint: details.loginHint,
    screen_hint: details.screenHint,
    prompt: details.prompt,
    max_age: maxAge === undefined ? undefined : String(maxAge),
    acr_values: details.acrValues,
    ui_locales: details.uiLocales,
    code_challenge: isCode ? await codeChallenge(codeVerifier) : undefined,
    code_challenge_method: isCode ? "S256" : undefined,
  };
}

/** Adds the app's own parameters, which auth0-js would respell; none of ours can be replaced by one. */
function withExtra(
  written: string,
  options: readonly string[],
  extra: AddressDetails["extra"] = {},
): string {
  const address = new URL(written);
  const ours = new Set(["client_id", ...options.map(onTheWire)]);
  for (const [name, value] of Object.entries(extra)) {
    if (!ours.has(name) && value !== "") address.searchParams.set(name, value);
  }
  return address.href;
}

function onTheWire(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
