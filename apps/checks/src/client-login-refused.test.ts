// @vitest-environment jsdom
import type { AuthConfig, LoginParams } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import {
  asked,
  failureOf,
  openPage,
  requestsTo,
  turnsUntil,
  type OwnTenant,
} from "./client-page.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };

describe.each(["in-page", "password-realm", "redirect"] as const)("a login, %s,", (via) => {
  const path = via === "password-realm" ? "/oauth/token" : "/co/authenticate";

  test("with a wrong password leaves nothing behind", async () => {
    const { client, browser, tenant } = await openPage({ loginVia: via, rememberLastSignIn: true });
    const failure = await failureOf(client.login({ ...ada, password: "wrong" }));
    expect(failure).toEqual({
      name: "AuthError",
      code: "invalid_credentials",
      details: {},
      status: 403,
    });
    expect(requestsTo(tenant)).toContain(`POST ${path}`);
    expect([client.session.get(), client.lastSignIn()]).toEqual([
      { status: "starting" },
      undefined,
    ]);
    expect([browser.left, sessionStorage.length, browser.frames]).toEqual([[], 0, []]);
    // Whether there is such a user is nobody's to know.
    const unknown = { email: "nobody@example.com", password: "wrong" };
    expect(await failureOf(client.login(unknown))).toEqual(failure);
  });

  test.each(["requires_verification", "requires_validation"] as const)(
    "that has to prove no robot is at work says so, and is sent once: %s",
    async (fault) => {
      const { client, tenant } = await openPage({ loginVia: via });
      tenant.faults.add({ match: { path }, fault });
      expect(await failureOf(client.login(ada))).toMatchObject({ code: "requires_verification" });
      expect(requestsTo(tenant).filter((sent) => sent === `POST ${path}`)).toHaveLength(1);
    },
  );

  test("has a deadline", async () => {
    const page = await openPage({ deadlines: { request: 4000 } });
    page.tenant.faults.add({ match: { path }, fault: "hang" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const failure = failureOf(page.client.login({ ...ada, via }));
    await asked(page, path);
    vi.advanceTimersByTime(4000);
    expect(await failure).toEqual({
      name: "AuthError",
      code: "timeout",
      details: { deadline: 4000 },
    });
    expect(sessionStorage).toHaveLength(0);
    // jsdom tells other frames of what was stored.
    vi.advanceTimersByTime(0);
    await turnsUntil(page.browser, () => vi.getTimerCount() === 0);
  });

  test("ends at the caller's wish", async () => {
    const page = await openPage();
    const { client, browser, tenant } = page;
    tenant.faults.add({ match: { path }, fault: "hang" });
    const caller = new AbortController();
    const failure = failureOf(client.login({ ...ada, via, signal: caller.signal }));
    await asked(page, path);
    caller.abort();
    expect(await failure).toEqual({ name: "AuthError", code: "aborted", details: {} });
    tenant.clearRequests();
    expect(await failureOf(client.login({ ...ada, via, signal: caller.signal }))).toMatchObject({
      code: "aborted",
    });
    expect([tenant.requests(), browser.left, sessionStorage.length]).toEqual([[], [], 0]);
  });
});

test("a login ends as aborted where the user signs out meanwhile", async () => {
  const page = await openPage();
  const { client } = page;
  const ended = failureOf(client.login(ada));
  await asked(page, "/oauth/token");
  await client.logout({ local: true });
  expect(await ended).toMatchObject({ code: "aborted" });
  expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out" });
});

describe("a login in the page whose frame stays silent", () => {
  /** A page that waits for its frame. */
  async function openSilent() {
    const page = await openPage({ deadlines: { silent: 5000 } });
    const { browser, client, tenant } = page;
    tenant.faults.add({ match: { path: "/authorize" }, fault: "wm-silent" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const caller = new AbortController();
    const ended = failureOf(client.login({ ...ada, signal: caller.signal }));
    await turnsUntil(browser, () => browser.frames.length === 1);
    return { caller, ended };
  }
  const frames = () => document.querySelectorAll("iframe");

  test("has a deadline", async () => {
    const { ended } = await openSilent();
    vi.advanceTimersByTime(4999);
    expect(frames()).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(await ended).toEqual({
      name: "AuthError",
      code: "timeout",
      details: { deadline: 5000 },
    });
    expect(frames()).toHaveLength(0);
  });

  test("ends at the caller's wish", async () => {
    const { caller, ended } = await openSilent();
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
    expect(frames()).toHaveLength(0);
  });
});

describe("called without what it needs, login sends nothing:", () => {
  const what =
    "login was called without an e-mail address or user name, or without a password. Nothing was sent. Pass { email, password }.";

  test.each([
    ["no name", { password: "p" }, what],
    ["a blank e-mail address", { email: " ", password: "p" }, what],
    ["a blank user name", { username: "\t", password: "p" }, what],
    ["a password that is no text", { ...ada, password: 1843 }, what],
    [
      "an unknown way",
      { ...ada, via: "carrier-pigeon" },
      'login was called with the unknown way "carrier-pigeon". Nobody was signed in. Use in-page, redirect or password-realm.',
    ],
  ])("%s", async (_case, params, message) => {
    const { client, tenant } = await openPage();
    expect(await failureOf(client.login(params as unknown as LoginParams))).toEqual(
      new Error(message),
    );
    expect(tenant.requests()).toEqual([]);
  });
});

test.each<[string, Partial<AuthConfig>, OwnTenant, string]>([
  ["cross-origin login", {}, { client: { crossOriginLogin: false } }, "unauthorized_client"],
  ["its origin", {}, { client: { webOrigins: [] } }, "network"],
  [
    "the grant",
    { loginVia: "password-realm" },
    { client: { grantTypes: ["authorization_code"] } },
    "unauthorized_client",
  ],
])("an application without %s signs nobody in", async (_what, config, own, code) => {
  const { client } = await openPage(config, own);
  expect(await failureOf(client.login(ada))).toMatchObject({ code });
  expect(client.session.get()).toEqual({ status: "starting" });
});
