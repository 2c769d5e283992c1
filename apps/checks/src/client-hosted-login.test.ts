// @vitest-environment jsdom
import { readInvitation, type ConnectionLoginParams } from "@portico/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { app, failureOf, openPage, tenantOrigin } from "./client-page.js";
import { always, everything, everythingSent, parametersOf } from "./client-visit.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const api = "https://api.portico.example";
const now = Date.UTC(2030, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

describe("buildAuthorizeUrl", () => {
  test.each<[string, ConnectionLoginParams | undefined, object]>([
    ["nothing", undefined, always],
    ["everything", everything, everythingSent],
    [
      "another way back",
      { redirectUri: `${app}/`, responseMode: "fragment", state: "own-state" },
      { ...always, redirect_uri: `${app}/`, response_mode: "fragment", state: "own-state" },
    ],
  ])("gives the address that asks for %s", async (_what, params, sent) => {
    const { client, browser, tenant } = await openPage();
    const address = await client.buildAuthorizeUrl(params);
    expect(address.split("?")[0]).toBe(`${tenantOrigin}/authorize`);
    expect(parametersOf(address)).toEqual(sent);
    expect([browser.left, tenant.requests()]).toEqual([[], []]);
  });

  test("asks for what the configuration says", async () => {
    const { client } = await openPage({
      audience: api,
      scope: "email",
      organization: "observatory",
      responseType: "token id_token",
    });
    const { code_challenge: _c, code_challenge_method: _m, ...rest } = always;
    expect(parametersOf(await client.buildAuthorizeUrl())).toEqual({
      ...rest,
      response_type: "token id_token",
      audience: api,
      scope: "openid email",
      organization: "observatory",
    });
  });

  test("gives one that only this tab can come back from, once", async () => {
    const { client, browser, makeClient } = await openPage();
    await client.login(ada);
    const address = await client.buildAuthorizeUrl({ state: "own-state" });
    await browser.visit(address);
    const back = window.location.href;
    expect(await makeClient({}).completeCallback()).toMatchObject({ kind: "authenticated" });
    expect(await failureOf(makeClient({}).completeCallback({ url: back }))).toMatchObject({
      code: "transaction_lost",
    });
  });
});

describe("what is kept for the way back", () => {
  const kept = (): unknown =>
    JSON.parse(
      sessionStorage.getItem("portico.transactions.id.portico.example.portico-demo") ?? "",
    );
  const plain = {
    responseType: "code",
    redirectUri: callback,
    scope: "openid profile email",
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    codeVerifier: expect.stringMatching(/^[\w-]{43}$/),
    createdAt: now,
  };

  test.each<[string, ConnectionLoginParams, object]>([
    ["nothing", {}, plain],
    [
      "everything",
      { ...everything, state: "own-state", appState: { step: 2 } },
      {
        ...plain,
        audience: api,
        scope: "openid read:projects",
        organization: "analytical-society",
        connection: "google-oauth2",
        maxAge: 0,
        nonce: "own-nonce",
        state: "own-state",
        appState: { step: 2 },
      },
    ],
    ["the fragment", { responseMode: "fragment" }, { ...plain, responseMode: "fragment" }],
    // That arrives at a server.
    ["a form", { responseMode: "form_post" }, plain],
  ])("of a visit that asks for %s", async (_what, params, transaction) => {
    const { client } = await openPage();
    await client.buildAuthorizeUrl(params);
    expect(kept()).toEqual([transaction]);
  });

  test("of a login by redirect", async () => {
    const { client } = await openPage({ loginVia: "redirect" });
    await client.login({ ...ada, connection: "Username-Password-Authentication" });
    expect(kept()).toEqual([{ ...plain, connection: "Username-Password-Authentication" }]);
    // In case the cookie beside the ticket does not arrive.
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith("co/verifier/"));
    expect(names).toHaveLength(1);
    expect(JSON.parse(sessionStorage.getItem(names[0] ?? "") ?? "")).toEqual({
      verifier: expect.any(String),
      expiresAt: now + 900_000,
    });
  });
});

test.each([
  [undefined, `${tenantOrigin}/v2/logout?client_id=portico-demo`],
  [
    { returnTo: app },
    `${tenantOrigin}/v2/logout?client_id=portico-demo&returnTo=${encodeURIComponent(app)}`,
  ],
  [{ federated: true }, `${tenantOrigin}/v2/logout?client_id=portico-demo&federated`],
  [{ allowedBy: "tenant" }, `${tenantOrigin}/v2/logout`],
] as const)("buildLogoutUrl gives the address that %j leads to", async (target, address) => {
  const { client, browser, tenant } = await openPage();
  expect(client.buildLogoutUrl(target)).toBe(address);
  expect([browser.left, tenant.requests()]).toEqual([[], []]);
});

describe("loginWithConnection", () => {
  test("leaves for the tenant, and comes back with what the app gave along", async () => {
    const { client, browser, makeClient } = await openPage({ rememberLastSignIn: true });
    await client.login(ada);
    const appState = { returnTo: "/projects", step: 2 };
    const params = { appState, audience: api, maxAge: 60 };
    expect(await client.loginWithConnection(params)).toEqual({ kind: "redirecting" });
    expect(browser.left).toHaveLength(1);
    const [address = ""] = browser.left;
    expect(parametersOf(address)).toEqual({ ...always, audience: api, max_age: "60" });
    await browser.visit(address);
    const back = makeClient({});
    expect(await back.start({ onRedirectCallback: () => {} })).toMatchObject({
      kind: "authenticated",
      session: { audience: api, user: { email: ada.email } },
      appState,
    });
    // Nobody knows by what.
    expect(back.lastSignIn()).toEqual({ at: now });
  });

  test("lets nobody be led away from this app", async () => {
    const { client, browser, makeClient } = await openPage();
    await client.login(ada);
    const appState = { returnTo: "https://evil.example/", step: 2 };
    await client.loginWithConnection({ appState });
    await browser.visit(browser.left[0] ?? "");
    const arrived = vi.fn<(appState: unknown) => void>();
    await makeClient({}).start({ onRedirectCallback: arrived });
    expect(arrived.mock.calls[0]?.[0]).toEqual({ returnTo: "/", step: 2 });
  });

  test("tells a first sign-in by its connection", async () => {
    const { client, browser, makeClient } = await openPage({ rememberLastSignIn: true });
    const connection = "Username-Password-Authentication";
    await client.login(ada);
    await client.loginWithConnection({ connection });
    await browser.visit(browser.left[0] ?? "");
    const back = makeClient({});
    expect(await back.start({ onRedirectCallback: () => {} })).not.toHaveProperty("appState");
    expect(back.lastSignIn()).toEqual({ connection, at: now });
  });

  test("refuses where the browser would forget the way back", async () => {
    const { client, browser } = await openPage();
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await failureOf(client.loginWithConnection())).toEqual({
      name: "AuthError",
      code: "storage_unavailable",
      details: {},
    });
    full.mockRestore();
    expect(browser.left).toEqual([]);
  });

  test("accepts an invitation as it was read", async () => {
    const { client, browser } = await openPage();
    const invitation = readInvitation(
      `${app}/join?invitation=ticket-1&organization=org_1&organization_name=Acme`,
    );
    await client.loginWithConnection({ ...invitation });
    expect(parametersOf(browser.left[0])).toEqual({
      ...always,
      invitation: "ticket-1",
      organization: "org_1",
    });
  });
});
