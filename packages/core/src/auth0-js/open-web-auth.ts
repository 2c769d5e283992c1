import type { Tenant } from "../authentication/tenant.js";
import { networkError } from "../errors/network-error.js";
import type { Storage, WebAuth } from "./web-auth.js";

type WebAuthClass = new (options: object) => WebAuth;

/** Loads auth0-js. Throws `network`, or an `Error` where the app does not have it. */
export async function loadWebAuth(): Promise<WebAuthClass> {
  const library = await importLibrary();
  const given: unknown = library.default?.WebAuth ?? library.WebAuth;
  if (typeof given !== "function") throw unknownVersion();
  return given as WebAuthClass;
}

/** An instance for one call, so that no call finds what another has left in its options. */
export async function openWebAuth({ origin, clientId }: Tenant): Promise<WebAuth> {
  const WebAuthOf = await loadWebAuth();
  const webAuth = make(WebAuthOf, {
    // With its scheme it equals no page's host, which would make auth0-js take the page for the tenant's own.
    domain: origin,
    clientID: clientId,
    overrides: {
      __token_issuer: `${origin}/`,
      __jwks_uri: `${origin}/.well-known/jwks.json`,
    },
    legacySameSiteCookie: false,
    _sendTelemetry: false,
    // Both spellings are read, by different parts of it.
    _disableDeprecationWarnings: true,
    disableWarnings: true,
  });
  webAuth.transactionManager.storage = nowhere;
  webAuth.crossOriginAuthentication.storage = nowhere;
  return webAuth;
}

/** State and nonce are kept by Portico; a copy in a cookie for every attempt would only pile up. */
const nowhere: Storage = { getItem: () => null, setItem() {}, removeItem() {} };

interface Library {
  readonly default?: { readonly WebAuth?: unknown };
  readonly WebAuth?: unknown;
}

async function importLibrary(): Promise<Library> {
  try {
    // As a string, because the package brings no types and must not be given some in the app's program.
    return (await import("auth0-js" as string)) as Library;
  } catch (error) {
    throw isMissing(error) ? missing() : networkError();
  }
}

/** In the words of Node, browsers, Vite and webpack. */
function isMissing(error: unknown): boolean {
  return /cannot find|could not resolve|failed to resolve/i.test(String(error));
}

function missing(): Error {
  return new Error(
    "auth0JsEngine() was used without the package auth0-js. Nobody can sign in with it. Install auth0-js 10.2.1 or later, or leave the engine away.",
  );
}

function unknownVersion(): Error {
  return new Error(
    "auth0JsEngine() found an auth0-js that it does not know. Nothing was sent, because it could not be guarded. Install auth0-js 10.2.1.",
  );
}

function make(WebAuthOf: WebAuthClass, options: object): WebAuth {
  try {
    const webAuth = new WebAuthOf(options);
    if (isKnown(webAuth)) return webAuth;
  } catch {
    // Its words may repeat the options.
  }
  throw unknownVersion();
}

/** Whatever is replaced or watched has to be there, or else it would run unguarded. */
function isKnown({ client, crossOriginAuthentication, transactionManager }: WebAuth): boolean {
  const replaced: unknown[] = [
    client?.request?.get,
    client?.request?.post,
    client?.buildAuthorizeUrl,
    crossOriginAuthentication?.request?.post,
    crossOriginAuthentication?.storage,
    transactionManager?.storage,
  ];
  return replaced.every(Boolean);
}
