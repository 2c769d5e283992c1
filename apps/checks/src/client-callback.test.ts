// @vitest-environment jsdom
import type { AuthConfig } from "@portico/core";
import type { Fault } from "@portico/tenant";
import { describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { app, failureOf } from "./client-page.js";
import { openSession, statesOf } from "./client-session.js";

const keys = "GET /.well-known/jwks.json";
const silent = "GET /authorize";
const token = "POST /oauth/token";
const transactions = "portico.transactions.id.portico.example.portico-demo";
const authenticated = { kind: "authenticated", session: expect.any(Object) };

/** A page that the browser comes back to from the tenant, where Ada is signed in. */
async function comeBack(params: object = {}, config: Partial<AuthConfig> = {}) {
  const page = await openSession(config);
  await page.signInAtTenant();
  await page.browser.visit(await page.client.buildAuthorizeUrl(params));
  page.sent();
  return { ...page, client: page.makeClient({}), address: window.location.href };
}

describe("start at a response", () => {
  test.each([
    ["code", [keys, token]],
    ["token id_token", [keys]],
  ] as const)("redeems what was asked for: %s", async (responseType, requests) => {
    const page = await comeBack({ appState: { returnTo: "/orders?page=2" } }, { responseType });
    const { client, sent, quiet } = page;
    const states = statesOf(client);
    const seen: string[] = [];
    const onPopState = () => seen.push(window.location.pathname + window.location.search);
    window.addEventListener("popstate", onPopState);
    const started = client.start();
    expect(window.location.href).toBe(callback);
    expect(await started).toEqual({ ...authenticated, appState: { returnTo: "/orders?page=2" } });
    window.removeEventListener("popstate", onPopState);
    expect(seen).toEqual(["/orders?page=2"]);
    expect(states).toEqual([{ status: "authenticated", session: expect.any(Object) }]);
    expect(sessionStorage.getItem(transactions)).toBeNull();
    await quiet();
    expect(sent()).toEqual(requests);
  });

  test("leaves the rest to the app, where it wants that", async () => {
    const { client } = await comeBack({ appState: { returnTo: "/orders", step: 2 } });
    const onRedirectCallback = vi.fn<(appState: unknown, user: unknown) => void>();
    const outcome = await client.start({ onRedirectCallback });
    const { session } = outcome as { session: { user: object } };
    expect(onRedirectCallback.mock.calls).toEqual([
      [{ returnTo: "/orders", step: 2 }, session.user],
    ]);
    expect(window.location.href).toBe(callback);
  });

  test("has nothing to tell the app where the app has given nothing along", async () => {
    const { client } = await comeBack();
    expect(await client.start()).toEqual(authenticated);
    expect(window.location.href).toBe(callback);
  });

  test("leaves it where the app redeems it by itself", async () => {
    const { client, address, sent, quiet } = await comeBack();
    expect(await client.start({ skipRedirectCallback: true })).toEqual(authenticated);
    expect(window.location.href).toBe(address);
    await quiet();
    expect(sent()).toEqual([keys, silent, token]);
    expect(await client.completeCallback()).toEqual(authenticated);
    expect(window.location.href).toBe(callback);
  });

  test.each<[string, boolean, object]>([
    ["the tenant's session answers for it", true, authenticated],
    [
      "nobody is signed in",
      false,
      { kind: "anonymous", error: expect.objectContaining({ code: "transaction_lost" }) },
    ],
  ])("that comes twice is used once: %s", async (_, isThere, outcome) => {
    const { client, makeClient, browser, address, tenant } = await comeBack({
      appState: { returnTo: "/orders" },
    });
    await client.start();
    client.stop();
    if (!isThere) tenant.endSessions();
    await browser.visit(address);
    expect(await makeClient({ checkSessionOnStart: false }).start()).toEqual(outcome);
    expect(window.location.href).toBe(callback);
  });

  test.each([
    [1_799_999, undefined],
    [1_800_000, "transaction_expired"],
  ])("counts for half an hour: after %i ms", async (age, code) => {
    const { client, tenant, pass } = await comeBack();
    tenant.endSessions();
    await pass(age);
    const outcome = await client.start();
    // The tenant's own code does not live as long.
    expect(outcome).toMatchObject({ error: { code: code ?? "invalid_grant" } });
  });

  test("tells what the tenant has refused", async () => {
    const { client, browser, sent } = await openSession();
    await browser.visit(await client.buildAuthorizeUrl({ prompt: "none" }));
    sent();
    const error = expect.objectContaining({ code: "login_required" });
    expect(await client.start()).toEqual({ kind: "anonymous", error });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "unknown", error });
    expect(sent()).toEqual([]);
  });

  test.each<[Fault, object, string[]]>([
    ["json500", {}, [silent, token, token]],
    ["network", {}, [silent, token, token]],
    ["json500", { maxAge: 60 }, [token]],
    ["json500", { scope: "openid" }, [token]],
    ["json500", { audience: "https://api.portico.example" }, [token]],
    ["token:wrong-nonce", {}, [token]],
  ])("that cannot be redeemed for %j is made good where that is as good: %j", async (...row) => {
    const [fault, params, requests] = row;
    const { client, tenant, sent, quiet } = await comeBack(params);
    tenant.faults.add({ match: { path: "/oauth/token" }, fault });
    const { kind } = await client.start();
    expect(kind).toBe(requests.length > 1 ? "authenticated" : "anonymous");
    await quiet();
    expect(sent().filter((request) => request !== keys)).toEqual(requests);
  });
});

describe("completeCallback", () => {
  test("takes the response out of the address, redeems it and finds none afterwards", async () => {
    const { client, sent } = await comeBack({ appState: { returnTo: "/orders" } });
    const completed = client.completeCallback();
    expect(window.location.href).toBe(callback);
    const outcome = await completed;
    expect(outcome).toEqual({ ...authenticated, appState: { returnTo: "/orders" } });
    expect(client.session.get()).toMatchObject({ status: "authenticated" });
    expect(sent()).toEqual([keys, token]);
    expect(await client.completeCallback()).toEqual({ kind: "none" });
    expect(sent()).toEqual([]);
  });

  test.each<[string, AuthConfig["responseType"], (address: URL) => string]>([
    ["the address", "code", ({ href }) => href],
    ["its query", "code", ({ search }) => search],
    ["its fragment", "token id_token", ({ hash }) => hash],
  ])("takes %s from the app, and leaves the page's own", async (_, responseType, given) => {
    const { client, address } = await comeBack({}, { responseType });
    const url = given(new URL(address));
    expect(await client.completeCallback({ url })).toEqual(authenticated);
    expect(window.location.href).toBe(address);
  });

  test.each([undefined, "", "?a=b", "#chapter", `${app}/?state=open`])(
    "finds nothing in %j",
    async (url) => {
      const { client, tenant } = await openSession();
      expect(await client.completeCallback({ url })).toEqual({ kind: "none" });
      expect(tenant.requests()).toEqual([]);
    },
  );

  test("takes no response from another place than was asked for", async () => {
    const { client, address } = await comeBack({ responseMode: "query" });
    const url = `#${new URL(address).search.slice(1)}`;
    expect(await failureOf(client.completeCallback({ url }))).toMatchObject({
      code: "invalid_callback",
    });
  });

  test("fails as the tenant does, and for a refusal that nobody asked for", async () => {
    const { client, tenant } = await comeBack();
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "html500" });
    expect(await failureOf(client.completeCallback())).toMatchObject({ code: "server" });
    const url = "?error=access_denied&state=forged";
    expect(await failureOf(client.completeCallback({ url }))).toMatchObject({
      code: "unsolicited",
    });
    expect(client.session.get()).toEqual({ status: "starting" });
  });

  test("wants the state and the nonce that were the app's own", async () => {
    const own = { state: "own state", nonce: "own nonce" };
    const { client, browser, address, sent } = await comeBack(own);
    const other = { url: address, state: "another" };
    expect(await failureOf(client.completeCallback(other))).toMatchObject({
      code: "invalid_callback",
    });
    expect(sent()).toEqual([]);
    expect(await client.completeCallback(own)).toEqual(authenticated);
    await browser.visit(await client.buildAuthorizeUrl(own));
    const state = client.session.get();
    expect(await failureOf(client.completeCallback({ nonce: "another" }))).toMatchObject({
      code: "invalid_token",
      details: { reason: "nonce" },
    });
    expect(client.session.get()).toBe(state);
  });

  test("gives up with its caller, who may come again", async () => {
    const { client, address } = await comeBack();
    const failure = await failureOf(client.completeCallback({ signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ code: "aborted" });
    expect(window.location.href).toBe(address);
    expect(await client.completeCallback()).toEqual(authenticated);
  });
});
