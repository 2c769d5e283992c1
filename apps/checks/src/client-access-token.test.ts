// @vitest-environment jsdom
import type { AuthClient, AuthConfig } from "@portico/core";
import { describe, expect, test, vi } from "vitest";
import { ada, asked, failureOf, type OwnTenant } from "./client-page.js";
import { openSession } from "./client-session.js";

const offline = { scope: "openid offline_access" };
const api = "https://api.portico.example";
const strict = "https://strict.portico.example";
const silent = "GET /authorize";
const token = "POST /oauth/token";
/** Seconds, longer than any token lives: what is known is never good enough. */
const renewed = { minValidity: 1e7 };

async function openSignedIn(config: Partial<AuthConfig> = {}, own: OwnTenant = {}) {
  const page = await openSession(config, own);
  await page.client.login(ada);
  page.sent();
  return page;
}

/** What an access token says, as the API reads it. */
function claimsOf(text = ""): Record<string, unknown> {
  return JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString());
}

/** When the session's own access token ends, in milliseconds from now. */
function leftOf({ session }: AuthClient): number {
  const state = session.get();
  return state.status === "authenticated" ? state.session.expiresAt - Date.now() : 0;
}

describe("an access token", () => {
  test.each([
    ["all that the configuration asks for", {}, "email openid profile"],
    ["some of it", { scope: "read:projects" }, "openid read:projects"],
    ["some of it, in other words", { scope: " read:projects  openid" }, "openid read:projects"],
  ])("for %s is asked for once, then known", async (_, params, scope) => {
    const { client, sent } = await openSignedIn();
    const state = client.session.get();
    const first = await client.getAccessToken({ audience: api, ...params });
    const { aud, scope: granted } = claimsOf(first);
    expect(aud).toContain(api);
    expect(String(granted).split(" ").toSorted().join(" ")).toBe(scope);
    expect(sent()).toEqual([silent, token]);
    expect(await client.getAccessToken({ audience: api, ...params })).toBe(first);
    expect(sent()).toEqual([]);
    expect(client.session.get()).toBe(state);
  });

  test("with more scopes does for a call that asks for fewer, and not the other way round", async () => {
    const { client, sent } = await openSignedIn();
    const few = await client.getAccessToken({ audience: api, scope: "read:projects" });
    const scope = "read:projects write:projects";
    const many = await client.getAccessToken({ audience: api, scope });
    expect(many).not.toBe(few);
    sent();
    expect(await client.getAccessToken({ audience: api, scope: "write:projects" })).toBe(many);
    expect(await client.getAccessToken({ audience: api, scope: "read:projects" })).toBe(few);
    expect(sent()).toEqual([]);
  });

  test("of an organization is another one, and whoever signed in to one stays in it", async () => {
    const { client, sent } = await openSignedIn();
    const organization = "analytical-society";
    const own = await client.getAccessToken({ audience: api });
    const theirs = await client.getAccessToken({ audience: api, organization });
    expect(claimsOf(own)).not.toHaveProperty("org_id");
    expect(claimsOf(theirs)).toHaveProperty("org_id", expect.stringMatching(/^org_/));
    await client.login({ ...ada, organization });
    sent();
    expect(claimsOf(await client.getAccessToken({ audience: api }))).toHaveProperty("org_id");
  });

  test.each([
    ["nothing", {}, []],
    ["its API", { audience: api }, [silent, token]],
    ["a scope", { scope: "openid read:projects" }, [silent, token]],
    ["an organization", { organization: "analytical-society" }, [silent, token]],
    ["all of it", { audience: api, scope: "openid read:projects" }, []],
  ])("for a call that names %s, where the sign-in asked for an API", async (...row) => {
    const [, params, requests] = row;
    const { client, sent } = await openSignedIn();
    await client.login({ ...ada, audience: api, scope: "openid read:projects" });
    sent();
    await client.getAccessToken(params);
    expect(sent()).toEqual(requests);
  });

  test.each([
    [undefined, 60_000],
    [0, 0],
    [30, 30_000],
  ])("is renewed where it lasts no longer than %s seconds", async (minValidity, least) => {
    const { client, sent, pass } = await openSignedIn({}, { lifetimes: { accessToken: 600 } });
    const params = minValidity === undefined ? {} : { minValidity };
    const first = await client.getAccessToken(params);
    await pass(leftOf(client) - least - 1);
    expect(await client.getAccessToken(params)).toBe(first);
    expect(sent()).toEqual([]);
    await pass(1);
    expect(await client.getAccessToken(params)).not.toBe(first);
    expect(sent()).toEqual([silent, token]);
    expect(leftOf(client)).toBe(600_000);
  });

  test("is nobody's without a session", async () => {
    const { client, sent } = await openSession();
    expect(await failureOf(client.getAccessToken())).toMatchObject({ code: "login_required" });
    expect(client.getIdToken()).toBeUndefined();
    expect(sent()).toEqual([]);
  });

  test.each([
    ["that the tenant does not know", { audience: "https://nowhere.example" }, "access_denied"],
    ["that asks every user for consent", { audience: strict }, "consent_required"],
  ])("for an API %s is refused, and the session goes on", async (_, params, code) => {
    const apis = [{ audience: strict, scopes: [], skipConsent: false }];
    const { client } = await openSignedIn({}, { apis });
    const state = client.session.get();
    expect(await failureOf(client.getAccessToken(params))).toMatchObject({ code });
    expect(client.session.get()).toBe(state);
  });

  test("that could not be asked for leaves the session as it is", async () => {
    const { client, tenant } = await openSignedIn();
    const state = client.session.get();
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "network" });
    const failure = await failureOf(client.getAccessToken(renewed));
    expect(failure).toMatchObject({ code: "network", details: { online: false } });
    expect(client.session.get()).toBe(state);
  });

  test("of a caller that gives up is still there for the others", async () => {
    const page = await openSignedIn();
    const { client, tenant, sent, inTime } = page;
    const controller = new AbortController();
    const { signal } = controller;
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: { kind: "delay", ms: 50 } });
    const left = failureOf(client.getAccessToken({ ...renewed, signal }));
    const other = client.getAccessToken(renewed);
    await asked(page, "/oauth/token");
    controller.abort();
    expect(await left).toMatchObject({ code: "aborted" });
    expect(await inTime(other)).toEqual(expect.any(String));
    expect(sent()).toEqual([silent, token]);
    expect(await failureOf(client.getAccessToken({ signal }))).toMatchObject({ code: "aborted" });
  });
});

describe("a refresh token", () => {
  test("is traded for the next one each time, and the ID token is the newest", async () => {
    const { client, sent, tenant, pass } = await openSignedIn(offline);
    tenant.endSessions();
    const ids = [client.getIdToken()];
    for (const _turn of [1, 2]) {
      await pass(1000);
      await client.getAccessToken(renewed);
      expect(tenant.requests().at(-1)?.bodyNames).toEqual([
        "grant_type",
        "refresh_token",
        "scope",
        "client_id",
      ]);
      expect(sent()).toEqual([token]);
      ids.push(client.getIdToken());
    }
    expect(new Set(ids).size).toBe(3);
    expect(client.session.get()).toMatchObject({ session: { hasRefreshToken: true } });
  });

  test("is good for its own API and organization alone: another one is asked for silently", async () => {
    const { client, sent } = await openSignedIn({ ...offline, audience: api });
    await client.getAccessToken({ scope: "openid read:projects" });
    expect(sent()).toEqual([token]);
    await client.getAccessToken({ organization: "analytical-society" });
    expect(sent()).toEqual([silent, token]);
    await client.getAccessToken({ audience: "https://id.portico.example/api/v2/" });
    expect(sent()).toEqual([silent, token]);
  });

  test("that is spent is dropped, and the tenant's session gives the next", async () => {
    const { client, sent, tenant } = await openSignedIn(offline);
    tenant.faults.add({ fault: "rotate-lost" });
    expect(await failureOf(client.getAccessToken(renewed))).toMatchObject({ code: "network" });
    sent();
    await client.getAccessToken(renewed);
    expect(sent()).toEqual([silent, token, token]);
    tenant.endSessions();
    await client.getAccessToken(renewed);
    expect(sent()).toEqual([token]);
  });

  test("that is spent ends the session where the tenant knows nobody", async () => {
    const { client, tenant } = await openSignedIn(offline);
    tenant.faults.add({ fault: "rotate-lost" });
    await failureOf(client.getAccessToken(renewed));
    tenant.endSessions();
    expect(await failureOf(client.getAccessToken(renewed))).toMatchObject({
      code: "login_required",
    });
    expect(client.session.get()).toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    expect(client.getIdToken()).toBeUndefined();
  });
});
