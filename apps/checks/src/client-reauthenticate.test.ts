// @vitest-environment jsdom
import type { AuthConfig, ReauthenticateParams } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { ada, clientId, failureOf, openPage, passwordRealm, requestsTo } from "./client-page.js";
import { ofCode, openSignedIn, queryOf, sessionOf } from "./client-signed-in.js";

const { password } = ada;
const email = "ada@example.com";
const api = "https://api.portico.example";
const inWindow = { via: "popup" } as const;
const leaving = { via: "redirect" } as const;
const byGrant = { via: "password-realm", password } as const;

describe("reauthenticate asks nobody", () => {
  test.each<ReauthenticateParams>([inWindow, leaving, { password }, byGrant])(
    "where nobody is signed in: %j",
    async (params) => {
      const { client, tenant, browser } = await openPage();
      expect(await failureOf(client.reauthenticate(params))).toEqual({
        name: "AuthError",
        code: "login_required",
        details: {},
      });
      expect(tenant.requests()).toEqual([]);
      expect(browser.windows).toEqual([]);
      expect(browser.left).toEqual([]);
    },
  );

  test("whose last sign-in is not older than maxAge, to the millisecond", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const page = await openSignedIn();
    const { client, tenant, browser, before } = page;
    expect(before.authenticatedAt).toBe(1_800_000_000_000);
    vi.setSystemTime(1_800_000_060_000);
    const outcome = await client.reauthenticate({ ...inWindow, maxAge: 60 });
    expect(outcome).toEqual({ kind: "authenticated", session: before });
    expect(sessionOf(page)).toBe(before);
    expect(tenant.requests()).toEqual([]);
    expect(browser.windows).toEqual([]);
    vi.setSystemTime(1_800_000_060_001);
    await client.reauthenticate({ ...leaving, maxAge: 60 });
    expect(browser.left.map((address) => queryOf(address)["max_age"])).toEqual(["60"]);
  });

  test.each([undefined, 0])("but for a proof of this moment, maxAge %j", async (maxAge) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const { client, browser } = await openSignedIn();
    expect(await client.reauthenticate({ ...leaving, maxAge })).toEqual({ kind: "redirecting" });
    const { max_age: sent } = queryOf(browser.left[0]);
    expect(sent).toBe("0");
  });

  test("but a user of whom nobody knows when they signed in", async () => {
    const page = await openSignedIn({ loginVia: "password-realm" });
    expect(page.before).not.toHaveProperty("authenticatedAt");
    await page.client.reauthenticate({ ...leaving, maxAge: 1_000_000 });
    expect(page.browser.left).toHaveLength(1);
  });

  test.each<[string, Partial<AuthConfig>, ReauthenticateParams]>([
    ["without a password", {}, {} as ReauthenticateParams],
    ["for a user without any name", { scope: "openid" }, { password }],
  ])("%s, which is the developer's mistake", async (_, config, params) => {
    const page = await openSignedIn(config);
    expect(await failureOf(page.client.reauthenticate(params))).toMatchObject({
      message: expect.stringMatching(/^reauthenticate was called without .* Nothing was sent\./),
    });
    expect(page.tenant.requests()).toEqual([]);
    expect(sessionOf(page)).toBe(page.before);
  });
});

describe("reauthenticate by password", () => {
  const inPageRequests = ["GET /authorize", "POST /co/authenticate", "POST /oauth/token"];

  test.each<[string, Partial<AuthConfig>, ReauthenticateParams]>([
    ["as the configuration says", {}, { password }],
    ["in the page, where logins leave it", { loginVia: "redirect" }, { password }],
    ["as the call says", { loginVia: "password-realm" }, { password, via: "in-page" }],
  ])("goes by a ticket %s", async (_, config, params) => {
    const page = await openPage(config, {}, { windows: "refused" });
    await page.client.login({ ...ada, via: "in-page" });
    const before = sessionOf(page);
    page.tenant.clearRequests();
    const frames = page.browser.frames.length;
    const outcome = await page.client.reauthenticate(params);
    expect(outcome).toEqual({
      kind: "authenticated",
      session: { ...before, authenticatedAt: expect.any(Number), expiresAt: expect.any(Number) },
    });
    expect(sessionOf(page)).toBe("session" in outcome && outcome.session);
    expect(sessionOf(page)).not.toBe(before);
    expect(requestsTo(page.tenant)).toEqual(inPageRequests);
    expect(page.browser.said("/co/authenticate").at(-1)).toEqual({
      client_id: clientId,
      credential_type: passwordRealm,
      realm: "Username-Password-Authentication",
      username: email,
      password,
    });
    expect(queryOf(page.browser.frames[frames]?.src)).toEqual({
      ...ofCode,
      redirect_uri: callback,
      response_mode: "web_message",
      prompt: "none",
      scope: "openid profile email",
      max_age: "0",
      realm: "Username-Password-Authentication",
      login_ticket: expect.any(String),
    });
  });

  test.each<[string, Partial<AuthConfig>, ReauthenticateParams]>([
    ["as the call says", {}, byGrant],
    ["as the configuration says", { loginVia: "password-realm" }, { password }],
  ])("goes to the token endpoint %s, whose answers tell no time", async (_, config, params) => {
    const page = await openSignedIn(config);
    expect(await page.client.reauthenticate(params)).toEqual({
      kind: "authenticated",
      session: sessionOf(page),
    });
    expect(sessionOf(page)).not.toBe(page.before);
    expect(sessionOf(page)).not.toHaveProperty("authenticatedAt");
    expect(requestsTo(page.tenant)).toEqual(["POST /oauth/token"]);
    expect(page.browser.said("/oauth/token").at(-1)).toEqual({
      grant_type: passwordRealm,
      client_id: clientId,
      realm: "Username-Password-Authentication",
      username: email,
      password,
      scope: "openid profile email",
    });
  });

  test("for another API leaves the session's own token, and when the user last signed in", async () => {
    const page = await openSignedIn();
    const own = await page.client.getAccessToken();
    const scope = "read:projects";
    await page.client.reauthenticate({ ...byGrant, audience: api, scope });
    expect(sessionOf(page)).toEqual(page.before);
    expect(page.before.authenticatedAt).toEqual(expect.any(Number));
    page.tenant.clearRequests();
    expect(await page.client.getAccessToken()).toBe(own);
    expect(await page.client.getAccessToken({ audience: api, scope })).not.toBe(own);
    expect(page.tenant.requests()).toEqual([]);
  });

  test("names the user as their session does, at the connection and for the API of the call", async () => {
    const page = await openPage();
    const token = { claims: { username: "ada-lovelace" }, without: ["email"] } as const;
    page.tenant.faults.add({ fault: { kind: "token", ...token } });
    await page.client.login(ada);
    const call = { ...byGrant, connection: "elsewhere", audience: api, scope: "read:projects" };
    const organization = "analytical-society";
    await failureOf(page.client.reauthenticate({ ...call, organization }));
    expect(page.browser.said("/oauth/token").at(-1)).toEqual({
      grant_type: passwordRealm,
      client_id: clientId,
      realm: "elsewhere",
      username: "ada-lovelace",
      password,
      scope: "openid read:projects profile email",
      audience: api,
      organization,
    });
  });

  test.each(["in-page", "password-realm"] as const)(
    "%s leaves the session as it is where it is wrong",
    async (via) => {
      const page = await openSignedIn();
      const wrong = { via, password: "canary-5e1d" };
      const failure = await failureOf(page.client.reauthenticate(wrong));
      expect(failure).toMatchObject({ code: "invalid_credentials" });
      expect(JSON.stringify(failure)).not.toContain("canary");
      expect(sessionOf(page)).toBe(page.before);
    },
  );

  test("leads to a second factor where one is due, and leaves the session as it is", async () => {
    const page = await openSignedIn();
    page.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "mfa_required" });
    expect(await page.client.reauthenticate(byGrant)).toMatchObject({
      kind: "challenge",
      challenge: { type: "mfa" },
    });
    expect(sessionOf(page)).toBe(page.before);
  });

  test("takes no older sign-in for a proof, and no other user's", async () => {
    const page = await openSignedIn();
    page.tenant.faults.add({ fault: "token:old-auth-time" });
    expect(await failureOf(page.client.reauthenticate({ password }))).toMatchObject({
      code: "invalid_token",
      details: { reason: "authentication_time" },
    });
    for (const via of ["in-page", "password-realm"] as const) {
      page.tenant.faults.add({ fault: { kind: "token", claims: { sub: "auth0|mary" } } });
      expect(await failureOf(page.client.reauthenticate({ via, password }))).toMatchObject({
        code: "user_changed",
      });
    }
    expect(sessionOf(page)).toBe(page.before);
  });

  test.each(["in-page", "password-realm"] as const)(
    "%s is aborted by a signal, and by a sign-out",
    async (via) => {
      const page = await openSignedIn();
      const { client } = page;
      const signal = AbortSignal.abort();
      expect(await failureOf(client.reauthenticate({ via, password, signal }))).toMatchObject({
        code: "aborted",
      });
      expect(page.tenant.requests()).toEqual([]);
      const proving = failureOf(client.reauthenticate({ via, password }));
      await client.logout({ local: true });
      expect(await proving).toMatchObject({ code: "aborted" });
      expect(client.session.get()).toMatchObject({ status: "anonymous", reason: "signed_out" });
    },
  );
});
