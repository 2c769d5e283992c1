// @vitest-environment jsdom
import type { AuthConfig } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { ada, failureOf, openPage, requestsTo, turnsUntil } from "./client-page.js";
import {
  ledTo,
  ofCode,
  openSignedIn,
  other,
  queryOf,
  sessionOf,
  typing,
} from "./client-signed-in.js";

const email = "ada@example.com";
const api = "https://api.portico.example";
const popupPage = "https://app.portico.example/popup";
const inWindow = { via: "popup" } as const;

describe("reauthenticate in a window", () => {
  test("asks the user there, with their name filled in, and takes a fresh proof", async () => {
    const config = { popupRedirectUri: popupPage };
    const page = await openSignedIn(config, { client: { callbacks: [callback, popupPage] } });
    const { client, browser, tenant, before } = page;
    vi.stubGlobal("screen", { availWidth: 1000, availHeight: 800 });
    const popup = { width: 300, height: 200, left: 1, top: 2 };
    const call = client.reauthenticate({ ...inWindow, popup, acrValues: "urn:a urn:b" });
    expect(browser.windows[0]?.features).toBe("popup,width=300,height=200,left=1,top=2");
    const outcome = await typing(page, call);
    expect(outcome).toEqual({
      kind: "authenticated",
      session: { ...before, authenticatedAt: expect.any(Number), expiresAt: expect.any(Number) },
    });
    expect(sessionOf(page)).not.toBe(before);
    expect(outcome).toHaveProperty("session", sessionOf(page));
    expect(queryOf(browser.windows[0]?.address)).toEqual({
      ...ofCode,
      redirect_uri: popupPage,
      scope: "openid profile email",
      prompt: "login",
      max_age: "0",
      login_hint: email,
      acr_values: "urn:a urn:b",
    });
    expect(browser.windows[0]?.closed).toBe(true);
    expect(requestsTo(tenant)).toEqual([
      "GET /authorize",
      "GET /authorize/resume",
      "GET /u/login",
      "POST /oauth/token",
      "POST /u/login",
    ]);
  });

  test("does not make a session end where no frame has seen the tenant's", async () => {
    const page = await openPage({ loginVia: "password-realm" }, {}, { windows: "relaying" });
    const { client, browser } = page;
    await client.login(ada);
    browser.hideCookies(true);
    await typing(page, client.reauthenticate(inWindow));
    const proven = sessionOf(page);
    expect(await failureOf(client.checkSession())).toMatchObject({ code: "login_required" });
    expect(sessionOf(page)).toBe(proven);
  });

  test("for another API asks for all that the session tells of the user", async () => {
    const scope = "openid profile email address phone offline_access";
    const page = await openSignedIn({ scope });
    const aborting = new AbortController();
    const params = { audience: api, scope: "read:projects", signal: aborting.signal };
    const call = failureOf(page.client.reauthenticate({ ...inWindow, ...params }));
    expect(queryOf(await ledTo(page))["scope"]).toBe(
      "openid read:projects profile email address phone",
    );
    aborting.abort();
    expect(await call).toMatchObject({ code: "aborted" });
  });

  test("is told to other tabs", async () => {
    const page = await openSignedIn();
    await page.client.start({ skipRedirectCallback: true });
    const tab = page.makeClient({ checkSessionOnStart: false });
    expect(await tab.start()).toMatchObject({ kind: "anonymous" });
    await typing(page, page.client.reauthenticate(inWindow));
    await turnsUntil(page.browser, () => tab.session.get().status === "authenticated");
    expect(sessionOf({ client: tab }).user).toEqual(page.before.user);
  });

  test("is for whoever it was, and the session goes on where somebody else answers", async () => {
    const page = await openSignedIn();
    const call = page.client.reauthenticate(inWindow);
    expect(await failureOf(typing(page, call, other))).toMatchObject({ code: "user_changed" });
    expect(page.browser.windows[0]?.closed).toBe(true);
    expect(sessionOf(page)).toBe(page.before);
  });

  test.each(["old-auth-time", "missing-auth-time"] as const)(
    "takes no proof with %s",
    async (defect) => {
      const page = await openSignedIn();
      page.tenant.faults.add({ fault: `token:${defect}` });
      const failure = await failureOf(typing(page, page.client.reauthenticate(inWindow)));
      expect(failure).toMatchObject({
        code: "invalid_token",
        details: { reason: "authentication_time" },
      });
      expect(sessionOf(page)).toBe(page.before);
    },
  );

  test("is aborted where the user signs out, or somebody else signs in, meanwhile", async () => {
    const page = await openSignedIn();
    const { client } = page;
    const hers = client.reauthenticate(inWindow);
    await client.login(other);
    const { user } = sessionOf(page);
    expect(await failureOf(typing(page, hers))).toMatchObject({ code: "aborted" });
    expect(sessionOf(page).user).toBe(user);
    const nobody = client.reauthenticate(inWindow);
    await ledTo(page);
    await client.logout({ local: true });
    expect(await failureOf(typing(page, nobody, other))).toMatchObject({ code: "aborted" });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
  });

  test("brings a session back that somebody else at the tenant has ended meanwhile", async () => {
    const page = await openSignedIn();
    const { client, makeClient, before } = page;
    const call = client.reauthenticate(inWindow);
    await makeClient({}).login(other);
    await failureOf(client.getAccessToken({ audience: api }));
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "user_changed" });
    expect(await typing(page, call)).toMatchObject({ session: { user: before.user } });
    expect(sessionOf(page).user).toEqual(before.user);
  });

  test("fails where no window opens", async () => {
    const { client, browser } = await openSignedIn({}, {}, { windows: "refused" });
    expect(await failureOf(client.reauthenticate(inWindow))).toMatchObject({
      code: "popup_blocked",
    });
    expect(browser.left).toEqual([]);
  });

  test("is aborted by a signal, and closes its window", async () => {
    const page = await openSignedIn();
    const aborting = new AbortController();
    const call = failureOf(page.client.reauthenticate({ ...inWindow, signal: aborting.signal }));
    await ledTo(page);
    aborting.abort();
    expect(await call).toMatchObject({ code: "aborted" });
    expect(page.browser.windows[0]?.closed).toBe(true);
    expect(sessionOf(page)).toBe(page.before);
  });

  test.each<[string, Partial<AuthConfig>, object, object, object]>([
    [
      "of the session",
      {},
      { audience: api, organization: "analytical-society" },
      {},
      { audience: api, organization: expect.stringMatching(/^org_/) },
    ],
    [
      "of the configuration, in its organization",
      { organization: "analytical-society" },
      { audience: api },
      {},
      { audience: api, organization: "analytical-society" },
    ],
    [
      "of the call",
      { organization: "analytical-society" },
      { audience: api },
      { audience: "https://other.example", organization: "observatory" },
      { audience: "https://other.example", organization: "observatory" },
    ],
  ])("stays at the API and in the organization %s", async (_, config, login, call, expected) => {
    const page = await openPage(config, {}, { windows: "relaying" });
    await page.client.login({ ...ada, ...login });
    const proving = failureOf(page.client.reauthenticate({ ...inWindow, ...call }));
    expect(queryOf(await ledTo(page))).toMatchObject(expected);
    await page.client.logout({ local: true });
    await typing(page, proving);
  });
});
