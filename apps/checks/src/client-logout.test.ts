// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { ada, app, asked, clientId, failureOf, tenantOrigin } from "./client-page.js";
import { openKept } from "./client-kept.js";
import { openSession, statesOf } from "./client-session.js";

const offline = { scope: "openid offline_access" };
const revoke = "POST /oauth/revoke";
const leaving = `${tenantOrigin}/v2/logout?client_id=${clientId}`;
const returnTo = `&returnTo=${encodeURIComponent(app)}`;

async function openSignedIn(config = {}) {
  const page = await openSession({ checkSessionOnStart: false, ...config });
  await page.started();
  await page.client.login(ada);
  page.sent();
  return page;
}

describe("logout", () => {
  test.each([
    ["", undefined, leaving],
    ["to an address", { returnTo: app }, leaving + returnTo],
    ["at the identity provider, too", { federated: true }, `${leaving}&federated`],
    [
      "by the tenant's own list",
      { returnTo: app, federated: true, allowedBy: "tenant" },
      `${tenantOrigin}/v2/logout?${returnTo.slice(1)}&federated`,
    ],
  ] as const)("leaves for the tenant %s", async (_, params, address) => {
    const { client, browser, sent, tenant } = await openSignedIn();
    const states = statesOf(client);
    expect(await client.logout(params)).toEqual({ kind: "redirecting" });
    expect(browser.left).toEqual([address]);
    expect(client.buildLogoutUrl(params)).toBe(address);
    expect(states).toEqual([{ status: "anonymous", reason: "signed_out" }]);
    expect(sent()).toEqual([]);
    await browser.visit(address).catch(() => {});
    expect(tenant.state().counts.sessions).toBe(0);
  });

  test("stays here where it is for this browser's tabs alone, and the tenant's session goes on", async () => {
    const { client, browser, tenant } = await openSignedIn();
    await client.passwordless.start({ email: ada.username });
    expect(await client.logout({ local: true })).toEqual({ kind: "anonymous" });
    expect(client.passwordless.pending()).toBeUndefined();
    expect(browser.left).toEqual([]);
    expect(tenant.state().counts.sessions).toBe(1);
    expect(client.getIdToken()).toBeUndefined();
    // All that stays is when that was, for pages that slept through it.
    expect([Object.keys(localStorage), sessionStorage.length]).toEqual([
      [`portico.signed-out.id.portico.example.${clientId}`],
      0,
    ]);
    await expect(client.getAccessToken()).rejects.toMatchObject({ code: "login_required" });
  });

  test("takes back the refresh token, and forgets what still waited for an answer", async () => {
    const { client, browser, sent, tenant, until } = await openSignedIn(offline);
    await client.buildAuthorizeUrl();
    await client.passwordless.start({ email: ada.username, send: "code" });
    expect(Object.keys(sessionStorage)).toHaveLength(2);
    sent();
    expect(await client.logout()).toEqual({ kind: "redirecting" });
    expect(browser.left).toEqual([leaving]);
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(client.passwordless.pending()).toBeUndefined();
    await until(() => tenant.requests().some(({ status }) => status !== null));
    expect(tenant.requests().at(-1)).toMatchObject({
      path: "/oauth/revoke",
      bodyNames: ["client_id", "token", "token_type_hint"],
      status: 200,
    });
    expect(sent()).toEqual([revoke]);
  });

  test("fails nothing and waits for nothing where the refresh token cannot be taken back", async () => {
    const page = await openSignedIn(offline);
    page.tenant.faults.add({ match: { path: "/oauth/revoke" }, fault: "network" });
    expect(await page.client.logout()).toEqual({ kind: "redirecting" });
    expect(page.client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    await asked(page, "/oauth/revoke");
  });

  test("outweighs a renewal that is under way, whose refresh token is worth nothing then", async () => {
    const page = await openSignedIn(offline);
    const { client, tenant, quiet } = page;
    const { fetch } = tenant;
    const given: string[] = [];
    vi.spyOn(tenant, "fetch").mockImplementation(async (request) => {
      const response = await fetch(request);
      const text = await response.clone().text();
      given.push(...Array.from(text.matchAll(/"refresh_token":"([^"]+)"/g), ([, one = ""]) => one));
      return response;
    });
    const renewal = failureOf(client.getAccessToken({ minValidity: 1e7 }));
    await asked(page, "/oauth/token");
    await client.logout({ local: true });
    // The renewal may still have been refused for what the logout has taken back.
    expect(await renewal).toMatchObject({
      code: expect.stringMatching(/^(aborted|invalid_grant)$/),
    });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    await quiet();
    for (const refreshToken of given) {
      const grant = { grant_type: "refresh_token", client_id: clientId };
      const body = new URLSearchParams({ ...grant, refresh_token: refreshToken });
      const url = `${tenantOrigin}/oauth/token`;
      const { status } = await fetch(new Request(url, { method: "POST", body }));
      expect(status).toBe(403);
    }
    expect(given).toHaveLength(1);
  });

  test("takes back the one that was still being taken up from storage", async () => {
    const page = await openKept(offline);
    await page.leave();
    const client = page.makeClient({});
    const started = client.start();
    expect(await client.logout({ local: true })).toEqual({ kind: "anonymous" });
    expect(page.storage.text).toBeNull();
    expect(await page.inTime(started)).toEqual({ kind: "anonymous", error: expect.anything() });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    expect(page.sent()).toContain(revoke);
    expect(page.storage.text).toBeNull();
  });

  test("where nobody is signed in ends the tenant's session all the same", async () => {
    const { client, browser, sent } = await openSession();
    expect(await client.logout({ returnTo: app })).toEqual({ kind: "redirecting" });
    expect(browser.left).toEqual([leaving + returnTo]);
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    expect(sent()).toEqual([]);
  });
});
