// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import type { FaultName } from "@portico/tenant";
import { asked, database as realm, openEngine, type Engine } from "./auth0-js-page.js";
import { callback } from "./client-browser.js";
import { ada, asked as askedAt, failureOf, requestsTo } from "./client-page.js";

type Options = Parameters<Engine["userinfo"]>[1];

const password = "Long-enough-42";
const otp = { username: ada.username, otp: "738291", realm: "email" };
const ticket = "/co/authenticate";
const token = "/oauth/token";
const exchange = { subjectToken: "no-token", subjectTokenType: "urn:example:token" };
const newcomer = { email: "grace@navy.example", password };
const message = { connection: "email", send: "code", email: ada.username } as const;
const reset = { connection: realm, email: ada.username };
const visit = { ...asked, redirectUri: callback };

/** Every call that auth0-js sends a request of, and where that goes. */
const calls: readonly [string, string, (engine: Engine, options: Options) => Promise<unknown>][] = [
  ["loginInPage", ticket, (e, o) => e.loginInPage({ ...ada, realm }, asked, o)],
  ["loginInPage with a code", ticket, (e, o) => e.loginInPage(otp, asked, o)],
  ["loginUrl", ticket, (e, o) => e.loginUrl({ ...ada, realm }, visit, o)],
  ["loginByGrant", token, (e, o) => e.loginByGrant({ ...ada, realm }, asked, o)],
  ["loginByGrant with a code", token, (e, o) => e.loginByGrant(otp, asked, o)],
  ["exchangeToken", token, (e, o) => e.exchangeToken(exchange, asked, o)],
  ["signup", "/dbconnections/signup", (e, o) => e.signup(realm, newcomer, o)],
  ["changePassword", "/dbconnections/change_password", (e, o) => e.changePassword(reset, o)],
  [
    "passwordlessStart",
    "/passwordless/start",
    (e, o) => e.passwordlessStart(message, undefined, o),
  ],
  ["userinfo", "/userinfo", (e, o) => e.userinfo("no-token", o)],
];

const network = { code: "network", details: { online: true } };
const refused = (code: string, status: number) => ({ code, details: {}, status });
const unreadable = { code: "invalid_response", details: {} };

/** What goes wrong alike with every request. */
const faults: readonly [FaultName, object][] = [
  ["network", network],
  ["answer-lost", network],
  ["body-cut", network],
  ["no-cors", network],
  ["text403", refused("origin_not_allowed", 403)],
  ["empty403", refused("access_denied", 403)],
  ["html500", refused("server", 500)],
  ["json502", refused("server", 502)],
  ["json-empty", refused("server", 400)],
  ["html200", unreadable],
  ["empty204", unreadable],
  ["null200", unreadable],
  ["object200", unreadable],
  ["array200", unreadable],
  ["error200", unreadable],
  ["429-attempts", refused("too_many_attempts", 429)],
  ["429-global", refused("rate_limited", 429)],
];

describe.each(calls)("%s", (_name, path, call) => {
  test("ends as what went wrong, and is sent once", async () => {
    const { engine, tenant } = await openEngine();
    for (const [fault, failure] of faults) {
      tenant.clearRequests();
      tenant.faults.add({ match: { path }, fault });
      const ended = await failureOf(call(engine, {}));
      expect([fault, ended]).toEqual([fault, { name: "AuthError", ...failure }]);
      expect(requestsTo(tenant).filter((sent) => sent.endsWith(path))).toHaveLength(1);
    }
    expect(sessionStorage).toHaveLength(0);
  });

  test("says how long to wait", async () => {
    const { engine, tenant } = await openEngine();
    tenant.faults.add({ match: { path }, fault: { kind: "429-global", retryAfter: 7 } });
    expect(await failureOf(call(engine, {}))).toEqual({
      name: "AuthError",
      ...refused("rate_limited", 429),
      retryAfter: 7000,
    });
  });

  test("ends at its deadline, and its request with it", async () => {
    const page = await openEngine({ deadlines: { request: 4000 } });
    const { engine, browser, tenant } = page;
    tenant.faults.add({ match: { path }, fault: "hang" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const ended = failureOf(call(engine, {}));
    await askedAt(page, path);
    vi.advanceTimersByTime(3999);
    expect(browser.traffic().begun).toBeGreaterThan(browser.traffic().ended);
    vi.advanceTimersByTime(1);
    expect(await ended).toEqual({
      name: "AuthError",
      code: "timeout",
      details: { deadline: 4000 },
    });
    await vi.waitFor(() => expect(browser.traffic().begun).toBe(browser.traffic().ended));
  });

  test("ends at the caller's wish, and its request with it", async () => {
    const page = await openEngine();
    const { engine, browser, tenant } = page;
    tenant.faults.add({ match: { path }, fault: "hang" });
    const caller = new AbortController();
    const ended = failureOf(call(engine, { signal: caller.signal }));
    await askedAt(page, path);
    caller.abort();
    const aborted = { name: "AuthError", code: "aborted", details: {} };
    expect(await ended).toEqual(aborted);
    await vi.waitFor(() => expect(browser.traffic().begun).toBe(browser.traffic().ended));
    const sent = browser.said(path).length;
    expect(await failureOf(call(engine, { signal: caller.signal }))).toEqual(aborted);
    expect(browser.said(path)).toHaveLength(sent);
  });
});
