// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { callback } from "./client-browser.js";
import { ada, app, failureOf, openPage, requestsTo, type ClientPage } from "./client-page.js";
import { ofCode, openSignedIn, other, queryOf, sessionOf } from "./client-signed-in.js";

const email = "ada@example.com";
const api = "https://api.portico.example";
const leaving = { via: "redirect" } as const;

describe("reauthenticate by redirect", () => {
  /** Comes back from where the page has left for, as whoever signs in there, to a client that starts. */
  async function comeBack({ browser, makeClient }: ClientPage, typed = ada) {
    await browser.visit(browser.left[0] ?? "", typed);
    const client = makeClient({});
    return { client, started: await client.start() };
  }

  test("leaves for the tenant's page, and comes back with the app's state", async () => {
    const page = await openSignedIn({ audience: api }, {}, {});
    const appState = { returnTo: "/account", step: 2 };
    const more = { acrValues: "urn:a", scope: "read:projects", organization: "analytical-society" };
    expect(await page.client.reauthenticate({ ...leaving, appState, ...more })).toEqual({
      kind: "redirecting",
    });
    expect(sessionOf(page)).toBe(page.before);
    expect(page.tenant.requests()).toEqual([]);
    expect(page.browser.windows).toEqual([]);
    expect(page.browser.left.map(queryOf)).toEqual([
      {
        ...ofCode,
        redirect_uri: callback,
        scope: "openid read:projects",
        audience: api,
        organization: "analytical-society",
        prompt: "login",
        max_age: "0",
        login_hint: email,
        acr_values: "urn:a",
      },
    ]);
    const { client, started } = await comeBack(page);
    expect(started).toMatchObject({
      kind: "authenticated",
      session: { user: { sub: page.before.user.sub }, audience: api },
      appState,
    });
    expect(window.location.pathname).toBe("/account");
    expect(client.session.get()).toEqual({
      status: "authenticated",
      session: "session" in started && started.session,
    });
  });

  test("keeps a way back within the app", async () => {
    const page = await openSignedIn();
    const appState = { returnTo: "https://elsewhere.example/", step: 1 };
    await page.client.reauthenticate({ ...leaving, appState });
    const { started } = await comeBack(page);
    expect(started).toMatchObject({ appState: { returnTo: "/", step: 1 } });
    expect(window.location.href).toBe(`${app}/`);
  });

  test("lets nobody else take the session over", async () => {
    const page = await openSignedIn();
    await page.client.reauthenticate(leaving);
    const { client, started } = await comeBack(page, other);
    expect(started).toMatchObject({ kind: "anonymous", error: { code: "user_changed" } });
    expect(client.session.get()).toMatchObject({ status: "anonymous" });
  });

  test("takes no older sign-in for a proof", async () => {
    const page = await openSignedIn();
    page.tenant.faults.add({ fault: "token:old-auth-time" });
    await page.client.reauthenticate(leaving);
    const { started } = await comeBack(page);
    expect(started).toMatchObject({
      kind: "anonymous",
      error: { code: "invalid_token", details: { reason: "authentication_time" } },
    });
  });

  test("does not leave once the user has signed out", async () => {
    const { client, browser } = await openSignedIn();
    const leavingFor = failureOf(client.reauthenticate(leaving));
    await client.logout({ local: true });
    expect(await leavingFor).toMatchObject({ code: "aborted" });
    expect(browser.left).toEqual([]);
  });

  test("for another API goes into the session that the tab has kept, whose own token stays", async () => {
    const config = { storage: "session", scope: "openid profile email offline_access" } as const;
    const page = await openPage(config);
    await page.client.start();
    await page.client.login(ada);
    const own = await page.client.getAccessToken();
    await page.client.reauthenticate({ ...leaving, audience: api, scope: "read:projects" });
    expect(queryOf(page.browser.left[0])).toMatchObject({
      audience: api,
      scope: "openid read:projects profile email",
    });
    page.client.stop();
    const { client, started } = await comeBack(page);
    expect(started).toMatchObject({ kind: "authenticated", session: { hasRefreshToken: true } });
    page.tenant.clearRequests();
    expect(await client.getAccessToken()).toBe(own);
    const forApi = { audience: api, scope: "read:projects profile email" };
    expect(await client.getAccessToken(forApi)).not.toBe(own);
    expect(requestsTo(page.tenant)).toEqual([]);
    client.stop();
  });
});
