import { expect, test, vi } from "vitest";
import { openWebAuth } from "./open-web-auth.js";

const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 1000 };
const unknownVersion = new Error(
  "auth0JsEngine() found an auth0-js that it does not know. Nothing was sent, because it could not be guarded. Install auth0-js 10.2.1.",
);

/** An instance of the version that is known. */
const parts = () => ({
  client: { request: { get: () => {}, post: () => {} }, buildAuthorizeUrl: () => "" },
  crossOriginAuthentication: { request: { post: () => {} }, storage: {} },
  transactionManager: { storage: {} },
});

/** A class whose instances are given options and have these parts. */
function webAuthOf(known: object, seen: object[] = []) {
  return class {
    constructor(options: object) {
      seen.push(options);
      Object.assign(this, known);
    }
  };
}

/** What can be imported under the name of auth0-js. */
function install(library: () => object): void {
  vi.doMock("auth0-js", library);
}

test.each([
  ["its default export", (WebAuth: unknown) => ({ default: { WebAuth }, WebAuth: undefined })],
  ["an export by name", (WebAuth: unknown) => ({ default: undefined, WebAuth })],
  ["an export by name beside a default", (WebAuth: unknown) => ({ default: {}, WebAuth })],
])("is made of %s, for this tenant alone", async (_what, library) => {
  const seen: object[] = [];
  install(() => library(webAuthOf(parts(), seen)));
  const { transactionManager, crossOriginAuthentication } = await openWebAuth(tenant);
  expect(seen).toEqual([
    {
      domain: "https://tenant.example",
      clientID: "spa",
      overrides: {
        __token_issuer: "https://tenant.example/",
        __jwks_uri: "https://tenant.example/.well-known/jwks.json",
      },
      legacySameSiteCookie: false,
      _sendTelemetry: false,
      _disableDeprecationWarnings: true,
      disableWarnings: true,
    },
  ]);
  for (const { storage } of [transactionManager, crossOriginAuthentication]) {
    storage.setItem("com.auth0.auth.s", { nonce: "n" });
    expect(storage.getItem("com.auth0.auth.s")).toBeNull();
  }
});

test.each([
  ["nothing", { default: undefined, WebAuth: undefined }],
  ["something else", { default: { WebAuth: "10" }, WebAuth: undefined }],
])("with %s in the place of WebAuth, nothing is sent", async (_what, library) => {
  install(() => library);
  await expect(openWebAuth(tenant)).rejects.toEqual(unknownVersion);
});

test("what it throws over its options is not passed on", async () => {
  const WebAuth = class {
    constructor() {
      throw new Error("clientID is spa");
    }
  };
  install(() => ({ default: { WebAuth } }));
  await expect(openWebAuth(tenant)).rejects.toEqual(unknownVersion);
});

const { client, crossOriginAuthentication } = parts();

test.each<[string, object]>([
  ["client", { client: undefined }],
  ["client.request", { client: { ...client, request: undefined } }],
  ["client.request.get", { client: { ...client, request: { post: () => {} } } }],
  ["client.request.post", { client: { ...client, request: { get: () => {} } } }],
  ["client.buildAuthorizeUrl", { client: { request: client.request } }],
  ["crossOriginAuthentication", { crossOriginAuthentication: undefined }],
  ["its request", { crossOriginAuthentication: { storage: {} } }],
  ["its request.post", { crossOriginAuthentication: { request: {}, storage: {} } }],
  ["its storage", { crossOriginAuthentication: { request: crossOriginAuthentication.request } }],
  ["transactionManager", { transactionManager: undefined }],
  ["transactionManager.storage", { transactionManager: {} }],
])("one without %s could not be guarded", async (_part, lacking) => {
  install(() => ({ default: { WebAuth: webAuthOf({ ...parts(), ...lacking }) } }));
  await expect(openWebAuth(tenant)).rejects.toEqual(unknownVersion);
});

test("one that does not arrive is a failure of the network", async () => {
  install(() => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  await expect(openWebAuth(tenant)).rejects.toMatchObject({ code: "network" });
});
