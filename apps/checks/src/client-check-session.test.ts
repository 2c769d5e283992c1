// @vitest-environment jsdom
import type { AuthConfig } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import { ada, asked, failureOf, type OwnTenant } from "./client-page.js";
import { stubLocks } from "./client-locks.js";
import { openSession, statesOf } from "./client-session.js";

const keys = "GET /.well-known/jwks.json";
const silent = "GET /authorize";
const token = "POST /oauth/token";
const profile = "GET /userinfo";
const over = { status: "anonymous", reason: "signed_out_elsewhere" };
const mary = { email: "mary@example.com", password: "Mechanism-of-the-Heavens-1831" };

async function openSignedIn(config: Partial<AuthConfig> = {}, own: OwnTenant = {}) {
  const page = await openSession(config, own);
  await page.client.login(ada);
  page.sent();
  return page;
}

describe("checkSession", () => {
  test("signs in whom the tenant knows, in one request for all who ask", async () => {
    const { client, signInAtTenant, sent, tenant } = await openSession();
    await signInAtTenant();
    const states = statesOf(client);
    const [one, other] = await Promise.all([client.checkSession(), client.checkSession()]);
    expect(one).toEqual({ kind: "authenticated", session: other.session });
    expect(states).toEqual([{ status: "authenticated", session: one.session }]);
    expect(tenant.requests()[0]?.queryNames.toSorted()).toEqual([
      "client_id",
      "code_challenge",
      "code_challenge_method",
      "nonce",
      "prompt",
      "redirect_uri",
      "response_mode",
      "response_type",
      "scope",
      "state",
    ]);
    expect(sent()).toEqual([keys, silent, token]);
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
  });

  test("says who is signed in elsewhere, and that nobody is", async () => {
    const { client, tenant } = await openSignedIn();
    await client.checkSession();
    tenant.endSessions();
    expect(await failureOf(client.checkSession())).toEqual({
      name: "AuthError",
      code: "login_required",
      details: {},
    });
    expect(client.session.get()).toEqual(over);
  });

  test("ends a session that the tenant's has left to another user", async () => {
    const { client, makeClient } = await openSignedIn();
    await makeClient({ domain: "https://id.portico.example/" }).signup(mary);
    expect(await failureOf(client.checkSession())).toMatchObject({ code: "user_changed" });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "user_changed" });
    expect(await client.checkSession()).toMatchObject({
      session: { user: { email: mary.email } },
    });
  });

  test.each([
    ["a nonce", { nonce: "one's own" }, "nonce"],
    ["an age", { maxAge: 100 }, "max_age"],
    ["more", { extra: { more: "1" } }, "more"],
  ])("with %s of one's own asks so, and its refusal ends no session", async (_, params, name) => {
    const { client, tenant } = await openSignedIn();
    const before = client.session.get();
    expect(await client.checkSession(params)).toMatchObject({ kind: "authenticated" });
    expect(tenant.requests()[0]?.queryNames).toContain(name);
    expect(client.session.get()).not.toBe(before);
    const state = client.session.get();
    tenant.endSessions();
    expect(await failureOf(client.checkSession(params))).toMatchObject({ code: "login_required" });
    expect(client.session.get()).toBe(state);
  });

  test("for another API leaves the session as it is, and has its token then", async () => {
    const { client, sent } = await openSignedIn();
    const state = client.session.get();
    const audience = "https://api.portico.example";
    expect(await client.checkSession({ audience })).toMatchObject({ kind: "authenticated" });
    expect(client.session.get()).toEqual(state);
    expect(sent()).toEqual([silent, token]);
    await client.getAccessToken({ audience });
    expect(sent()).toEqual([]);
  });

  test("with details begins a session too, and only plain ones tell that nobody is signed in", async () => {
    const { client, signInAtTenant } = await openSession();
    expect(await failureOf(client.checkSession({ maxAge: 1 }))).toMatchObject({
      code: "login_required",
    });
    expect(client.session.get()).toEqual({ status: "starting" });
    expect(await failureOf(client.checkSession())).toMatchObject({ code: "login_required" });
    expect(client.session.get()).toEqual({ status: "anonymous" });
    await signInAtTenant();
    const { session } = await client.checkSession({ maxAge: 100 });
    expect(client.session.get()).toEqual({ status: "authenticated", session });
  });

  test("is given up by its caller alone", async () => {
    const page = await openSession();
    const { client, tenant, inTime } = page;
    tenant.faults.add({ match: { path: "/authorize" }, fault: { kind: "delay", ms: 50 } });
    const controller = new AbortController();
    const left = failureOf(client.checkSession({ signal: controller.signal }));
    await asked(page, "/authorize");
    controller.abort();
    expect(await left).toMatchObject({ code: "aborted" });
    expect(document.querySelectorAll("iframe")).toHaveLength(0);
    expect(client.session.get()).toEqual({ status: "starting" });
    expect(await inTime(failureOf(client.checkSession()))).toMatchObject({
      code: "login_required",
    });
  });
});

describe("a session that goes on", () => {
  const lifetimes = { accessToken: 600 };

  test("is renewed when it runs out, until the client stops", async () => {
    const { client, started, sent, quiet, pass } = await openSession({}, { lifetimes });
    await started();
    await client.login(ada);
    await quiet();
    await pass(599_999);
    sent();
    await pass(1);
    expect(sent()).toEqual([silent, token]);
    expect(client.session.get()).toMatchObject({ session: { expiresAt: Date.now() + 600_000 } });
    client.stop();
    await pass(0);
    await pass(700_000);
    expect(sent()).toEqual([]);
    expect(client.session.get().status).toBe("authenticated");
  });

  test("is over where the tenant knows nobody by then", async () => {
    const { client, started, tenant, quiet, pass } = await openSession({}, { lifetimes });
    await started();
    await client.login(ada);
    await quiet();
    tenant.endSessions();
    await pass(600_000);
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "expired" });
  });
});

describe("userInfo", () => {
  test("is the user as the tenant knows them now", async () => {
    const { client, sent, pass } = await openSignedIn({}, { lifetimes: { accessToken: 600 } });
    const { session } = client.session.get() as { session: { user: object } };
    expect(await client.userInfo()).toEqual(session.user);
    expect(sent()).toEqual([profile]);
    await pass(599_999);
    // The tenant counts whole seconds.
    expect(await failureOf(client.userInfo())).toMatchObject({ status: 401 });
    expect(sent()).toEqual([profile]);
    await pass(1);
    await client.userInfo();
    expect(sent()).toEqual([silent, profile, token]);
  });

  test.each([
    ["object200", { code: "invalid_response" }],
    ["json500", { code: "server", status: 500 }],
    ["network", { code: "network", details: { online: true } }],
  ] as const)(
    "fails where the tenant answers %s, and the session goes on",
    async (fault, failure) => {
      const { client, tenant } = await openSignedIn();
      const state = client.session.get();
      tenant.faults.add({ match: { path: "/userinfo" }, fault });
      expect(await failureOf(client.userInfo())).toMatchObject(failure);
      expect(client.session.get()).toBe(state);
    },
  );

  test("is nobody's without a session, or after its caller has gone", async () => {
    const { client, sent } = await openSession();
    expect(await failureOf(client.userInfo())).toMatchObject({ code: "login_required" });
    await client.login(ada);
    sent();
    const signal = AbortSignal.abort();
    expect(await failureOf(client.userInfo({ signal }))).toMatchObject({ code: "aborted" });
    expect(sent()).toEqual([]);
  });
});

describe("watchSession", () => {
  test("looks every quarter of an hour, until it is stopped", async () => {
    stubLocks();
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { client, tenant, sent, pass, quiet } = await openSignedIn();
    const stop = client.watchSession();
    await quiet();
    await pass(899_999);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(sent()).toEqual([silent, token]);
    tenant.endSessions();
    await pass(900_000);
    expect(sent()).toEqual([silent]);
    expect(client.session.get()).toEqual(over);
    stop();
    await pass(2_000_000);
    expect(sent()).toEqual([]);
  });

  test("looks as often as it is told", async () => {
    stubLocks();
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { client, sent, pass, quiet } = await openSignedIn();
    const stop = client.watchSession({ interval: 1000 });
    await quiet();
    await pass(999_999);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(sent()).toEqual([silent, token]);
    stop();
  });
});
