// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { api, asked, openEngine } from "./auth0-js-page.js";
import { post, type BrowserOptions } from "./client-browser.js";
import {
  ada,
  asked as askedAt,
  failureOf,
  requestsTo,
  tenantOrigin,
  turnsUntil,
} from "./client-page.js";
import { always, parametersOf } from "./client-visit.js";

const silent = { ...always, prompt: "none", response_mode: "web_message" };
const adasTokens = { claims: expect.objectContaining({ email: ada.username }) as object };
const frames = () => document.querySelectorAll("iframe");

afterEach(() => {
  vi.restoreAllMocks();
});

/** A page whose tenant knows Ada, and what of its messages is listened for. */
async function openKnown(config = {}, own = {}, options: BrowserOptions = {}) {
  const page = await openEngine(config, own, options);
  await page.client.login(ada);
  page.tenant.clearRequests();
  const listening = new Set<unknown>();
  const { addEventListener, removeEventListener } = window;
  vi.spyOn(window, "addEventListener").mockImplementation((type, listener, how) => {
    if (type === "message") listening.add(listener);
    addEventListener.call(window, type, listener, how);
  });
  vi.spyOn(window, "removeEventListener").mockImplementation((type, listener, how) => {
    listening.delete(listener);
    removeEventListener.call(window, type, listener, how);
  });
  return { ...page, engine: page.engine, listening };
}

describe("a silent login", () => {
  test("asks in a frame, and leaves nothing behind", async () => {
    const page = await openKnown();
    const { engine, browser, tenant, listening } = page;
    expect(await engine.silentLogin(asked, {})).toMatchObject(adasTokens);
    expect(requestsTo(tenant)).toEqual(["GET /authorize", "POST /oauth/token"]);
    expect(parametersOf(browser.frames.at(-1)?.src)).toEqual(silent);
    expect([frames().length, document.cookie, sessionStorage.length]).toEqual([0, "", 0]);
    await turnsUntil(browser, () => listening.size === 0);
  });

  test("asks for all that it is told", async () => {
    const { engine, browser } = await openKnown();
    const organization = "analytical-society";
    const given = { scope: "openid read:projects", audience: api, organization, maxAge: 100 };
    const extra = { ext_theme: "dark", prompt: "evil" };
    const subject = (await engine.silentLogin(asked, {})).claims.sub;
    expect(await engine.silentLogin({ ...given, nonce: "n-1", subject, extra }, {})).toMatchObject({
      scope: "openid read:projects",
      claims: { nonce: "n-1" },
    });
    expect(parametersOf(browser.frames.at(-1)?.src)).toEqual({
      ...silent,
      scope: "openid read:projects",
      audience: api,
      organization,
      max_age: "100",
      nonce: "n-1",
      ext_theme: "dark",
    });
  });

  test("says that nobody is signed in", async () => {
    const { engine, client, tenant, listening, browser } = await openKnown();
    tenant.endSessions();
    const failure = { name: "AuthError", code: "login_required", details: {} };
    expect(await failureOf(engine.silentLogin(asked, {}))).toEqual(failure);
    expect(await failureOf(client.checkSession())).toEqual(failure);
    expect(frames()).toHaveLength(0);
    await turnsUntil(browser, () => listening.size === 0);
  });

  test("says that consent is due, and auth0-js nothing to the console", async () => {
    const warn = vi.spyOn(console, "warn");
    const address = "http://localhost:4173/callback";
    const own = { loopbackConsent: true };
    const { client } = await openEngine({}, own, { address });
    expect(await failureOf(client.login(ada))).toMatchObject({ code: "consent_required" });
    expect(warn).not.toHaveBeenCalled();
  });

  test("holds to the user and the age that it asks for", async () => {
    const { engine, tenant } = await openKnown();
    const other = engine.silentLogin({ ...asked, subject: "auth0|other" }, {});
    expect(await failureOf(other)).toMatchObject({ code: "user_changed" });
    tenant.faults.add({ fault: "token:missing-auth-time" });
    const fresh = engine.silentLogin({ ...asked, maxAge: 3600 }, {});
    expect(await failureOf(fresh)).toMatchObject({
      code: "invalid_token",
      details: { reason: "authentication_time" },
    });
  });

  test("goes by the first of two answers, and by the right one of two calls", async () => {
    const { engine, tenant } = await openKnown();
    tenant.faults.add({ match: { path: "/authorize" }, fault: "wm-double", times: 2 });
    const scopes = ["openid email", "openid profile"];
    const calls = scopes.map((scope) => engine.silentLogin({ scope }, {}));
    expect(await Promise.all(calls)).toMatchObject(scopes.map((scope) => ({ scope })));
    expect(frames()).toHaveLength(0);
  });

  test.each([
    "wm-silent",
    "wm-no-state",
    "wm-wrong-state",
    "wm-html",
    "xfo",
    "html500",
    "network",
  ] as const)("that is answered by %s ends at the deadline of silent logins", async (fault) => {
    const page = await openKnown({ deadlines: { silent: 5000, request: 4000 } });
    const { engine, browser, tenant, listening } = page;
    tenant.faults.add({ match: { path: "/authorize" }, fault });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const before = browser.traffic().ended;
    const ended = failureOf(engine.silentLogin(asked, {}));
    await turnsUntil(browser, () => browser.traffic().ended > before);
    vi.advanceTimersByTime(4999);
    expect([frames().length, listening.size]).toEqual([1, 2]);
    vi.advanceTimersByTime(1);
    expect(await ended).toEqual({
      name: "AuthError",
      code: "timeout",
      details: { deadline: 5000 },
    });
    expect(frames()).toHaveLength(0);
    vi.advanceTimersByTime(0);
    expect([listening.size, vi.getTimerCount()]).toEqual([0, 0]);
  });

  test("that is given up takes its frame, its listeners and its timers along", async () => {
    const page = await openKnown();
    const { engine, browser, tenant, listening } = page;
    tenant.faults.add({ match: { path: "/authorize" }, fault: "hang" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const caller = new AbortController();
    const ended = failureOf(engine.silentLogin(asked, { signal: caller.signal }));
    await askedAt(page, "/authorize");
    expect([frames().length, listening.size]).toEqual([1, 2]);
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
    expect(frames()).toHaveLength(0);
    vi.advanceTimersByTime(0);
    expect([listening.size, vi.getTimerCount()]).toEqual([0, 0]);
    expect(await failureOf(engine.silentLogin(asked, { signal: caller.signal }))).toEqual({
      name: "AuthError",
      code: "aborted",
      details: {},
    });
    expect(browser.frames).toHaveLength(2);
  });

  test("that is given up while its code is redeemed ends that request, too", async () => {
    const page = await openKnown();
    const { engine, browser, tenant } = page;
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "hang" });
    const caller = new AbortController();
    const ended = failureOf(engine.silentLogin(asked, { signal: caller.signal }));
    await askedAt(page, "/oauth/token");
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
    await turnsUntil(browser, () => browser.traffic().begun === browser.traffic().ended);
  });

  test("takes no answer from anybody else", async () => {
    const page = await openKnown();
    const { engine, browser, tenant } = page;
    tenant.faults.add({ match: { path: "/authorize" }, fault: "wm-silent" });
    const caller = new AbortController();
    const ended = failureOf(engine.silentLogin(asked, { signal: caller.signal }));
    const before = browser.traffic().ended;
    await turnsUntil(browser, () => browser.traffic().ended > before);
    const [frame] = frames();
    const { state } = parametersOf(frame?.src);
    const answer = { type: "authorization_response", response: { state, code: "forged" } };
    post(answer, "https://evil.example", frame?.contentWindow);
    post(answer, tenantOrigin, window);
    const heard: unknown[] = [];
    const others = ({ data }: MessageEvent) => heard.push(data);
    window.addEventListener("message", others);
    post("of another library", "https://evil.example", window);
    window.removeEventListener("message", others);
    expect([frames().length, heard]).toEqual([1, ["of another library"]]);
    caller.abort();
    expect(await ended).toMatchObject({ code: "aborted" });
    expect(requestsTo(tenant)).toEqual(["GET /authorize"]);
  });
});

describe("a session by auth0-js", () => {
  test("is renewed by its refresh token, in one request", async () => {
    const { client, browser, tenant } = await openKnown({ scope: "openid email offline_access" });
    await client.getAccessToken({ minValidity: 1e7 });
    expect(requestsTo(tenant)).toEqual(["POST /oauth/token"]);
    expect(browser.said("/oauth/token").at(-1)).toMatchObject({ grant_type: "refresh_token" });
  });
});
