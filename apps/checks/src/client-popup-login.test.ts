// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { post } from "./client-browser.js";
import { app, asked, failureOf, openPage, requestsTo, tenantOrigin } from "./client-page.js";
import { always, everything, everythingSent, parametersOf } from "./client-visit.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const api = "https://api.portico.example";
const now = Date.UTC(2030, 0, 1);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

describe("loginWithPopup", () => {
  /** A page whose tenant knows Ada, and that does not. */
  async function openKnown(config = {}, windows: "open" | "relaying" = "relaying") {
    const page = await openPage({ rememberLastSignIn: true, ...config }, {}, { windows });
    await page.client.login(ada);
    await page.client.logout({ local: true });
    page.client.forgetLastSignIn();
    page.tenant.clearRequests();
    return page;
  }

  test("signs in by a window, without leaving the page", async () => {
    const { client, browser, tenant } = await openKnown();
    expect(await client.loginWithPopup()).toEqual({
      kind: "authenticated",
      session: {
        user: expect.objectContaining({ email: ada.email }),
        expiresAt: now + 86_400_000,
        scope: ["openid", "profile", "email"],
        hasRefreshToken: false,
        authenticatedAt: now,
      },
    });
    expect(requestsTo(tenant)).toEqual(["GET /authorize", "POST /oauth/token"]);
    expect(browser.windows).toMatchObject([{ closed: true }]);
    expect(parametersOf(browser.windows[0]?.address)).toEqual({
      ...always,
      state: expect.stringMatching(/^popup\..{40}/),
    });
    expect(client.session.get()).toMatchObject({ status: "authenticated" });
    expect(client.lastSignIn()).toEqual({ at: now });
    expect([browser.left, sessionStorage.length]).toEqual([[], 0]);
  });

  test("asks for what it is told, and comes back to a page of its own", async () => {
    const popupRedirectUri = `${app}/popup`;
    const page = await openKnown({ popupRedirectUri, audience: api }, "open");
    const caller = new AbortController();
    const { signal } = caller;
    const ended = failureOf(page.client.loginWithPopup({ ...everything, signal }));
    await asked(page, "/authorize");
    expect(parametersOf(page.browser.windows[0]?.address)).toEqual({
      ...everythingSent,
      redirect_uri: popupRedirectUri,
      state: expect.stringMatching(/^popup\./),
    });
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
    expect(page.browser.windows).toMatchObject([{ closed: true }]);
  });

  test("remembers the connection", async () => {
    const { client } = await openKnown({ audience: api });
    const connection = "Username-Password-Authentication";
    const params = { connection, scope: "email", organization: "analytical-society" };
    expect(await client.loginWithPopup(params)).toMatchObject({
      session: {
        audience: api,
        scope: ["openid", "email"],
        organization: expect.stringMatching(/^org_/),
      },
    });
    expect(client.lastSignIn()).toEqual({ connection, at: now });
  });

  test("takes tokens in the fragment, too", async () => {
    const { client, tenant } = await openKnown({ responseType: "token id_token" });
    expect(await client.loginWithPopup()).toMatchObject({ kind: "authenticated" });
    expect(requestsTo(tenant)).toEqual(["GET /authorize"]);
  });

  test.each([
    [{ fault: "token:wrong-nonce" }, { code: "invalid_token", details: { reason: "nonce" } }],
    [{ fault: "token:wrong-key" }, { code: "invalid_token", details: { reason: "signature" } }],
    [
      { fault: "json500", match: { path: "/oauth/token" } },
      { code: "server", status: 500 },
    ],
  ] as const)("%j ends as %j, and closes the window", async (fault, failure) => {
    const { client, browser, tenant } = await openKnown();
    tenant.faults.add(fault);
    expect(await failureOf(client.loginWithPopup())).toMatchObject(failure);
    expect(browser.windows).toMatchObject([{ closed: true }]);
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
    expect(client.lastSignIn()).toBeUndefined();
  });

  test("says that a browser opens no window", async () => {
    const { client, tenant } = await openPage({}, {}, { windows: "refused" });
    expect(await failureOf(client.loginWithPopup())).toEqual({
      name: "AuthError",
      code: "popup_blocked",
      details: {},
    });
    expect(tenant.requests()).toEqual([]);
  });

  test.each([
    [{ width: 300, height: 200, left: 10, top: 20 }, "popup,width=300,height=200,left=10,top=20"],
    [{}, "popup,width=450,height=650,left=500,top=100"],
    [{ width: 2000, height: 2000 }, "popup,width=1600,height=900,left=0,top=0"],
    [{ left: 5000, top: -50 }, "popup,width=450,height=650,left=1150,top=0"],
    [{ left: 5000, top: 5000 }, "popup,width=450,height=650,left=1150,top=250"],
    [undefined, "popup,width=450,height=650,left=500,top=100"],
  ])("opens one as it is told: %j", async (popup, features) => {
    vi.stubGlobal("screen", { availWidth: 1600, availHeight: 900, availLeft: 0, availTop: 0 });
    vi.stubGlobal("outerWidth", 1450);
    vi.stubGlobal("outerHeight", 850);
    const { client, browser } = await openKnown();
    await client.loginWithPopup(popup && { popup });
    expect(browser.windows).toMatchObject([{ features }]);
  });

  test.each([
    [
      { address: `${tenantOrigin}/app` },
      {},
      "A popup was to open from a page on the tenant's own domain. Nobody was signed in. Use a redirect there.",
    ],
    [
      {},
      { popupRedirectUri: "https://elsewhere.example/popup" },
      "A popup was to come back to another origin than this page's. Nobody was signed in. Configure popupRedirectUri, or redirectUri, as a page of this origin, and list it in the Allowed Callback URLs.",
    ],
  ])("opens none that could not answer: from %j with %j", async (options, config, message) => {
    const { client, browser, tenant } = await openPage(config, {}, options);
    expect(await failureOf(client.loginWithPopup())).toEqual(new Error(message));
    expect(browser.windows).toMatchObject([{ closed: true, address: undefined }]);
    expect(tenant.requests()).toEqual([]);
  });

  test("leads no window anywhere that is closed, or that nobody wants any more", async () => {
    const { client, browser, tenant } = await openPage();
    const closed = failureOf(client.loginWithPopup());
    const [first] = browser.windows;
    if (first) first.closed = true;
    expect(await closed).toEqual({ name: "AuthError", code: "popup_closed", details: {} });
    const signal = AbortSignal.abort();
    expect(await failureOf(client.loginWithPopup({ signal }))).toMatchObject({ code: "aborted" });
    expect(browser.windows.map(({ address }) => address)).toEqual([undefined, undefined]);
    expect(tenant.requests()).toEqual([]);
  });

  test.each([
    ["another state", "?code=c&state=other"],
    ["two states", (state: string) => `?code=c&state=${state}&state=other`],
    ["no response", ""],
  ])("redeems no message whose address has %s", async (_what, search) => {
    const page = await openPage();
    const { client, browser, tenant } = page;
    const ended = failureOf(client.loginWithPopup());
    await asked(page, "/u/login");
    const [opened] = browser.windows;
    const { state = "" } = parametersOf(opened?.address);
    const given = typeof search === "string" ? search : search(state);
    post({ type: "popup_response", state, search: given, hash: "" }, app, opened);
    expect(await ended).toEqual({ name: "AuthError", code: "invalid_callback", details: {} });
    expect(requestsTo(tenant)).not.toContain("POST /oauth/token");
  });

  test("says why the tenant has let nobody in", async () => {
    const { client, tenant } = await openKnown();
    const call = client.loginWithPopup({ prompt: "none", maxAge: 0 });
    expect(await failureOf(call)).toEqual({
      name: "AuthError",
      code: "login_required",
      details: {},
    });
    expect(requestsTo(tenant)).toEqual(["GET /authorize"]);
  });

  test("waits as long as the configuration says", async () => {
    const page = await openPage({ deadlines: { popup: 30_000 } });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
    const ended = failureOf(page.client.loginWithPopup());
    await asked(page, "/u/login");
    vi.advanceTimersByTime(30_000);
    expect(await ended).toMatchObject({ code: "timeout", details: { deadline: 30_000 } });
    expect(vi.getTimerCount()).toBe(0);
  });
});
