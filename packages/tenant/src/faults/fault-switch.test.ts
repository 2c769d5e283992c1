import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultMatch, RunningTenant } from "../index.js";
import {
  ada,
  app,
  clientId,
  jsonOf,
  queryOf,
  startTestTenant,
  testSeed,
  visit,
  type TokenBody,
  type Visitor,
} from "../../test/visitor.js";

const bob = { username: "bob-k7x@example.com", password: ada.password };

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  const seed = testSeed();
  seed.users?.push({ email: bob.username, password: bob.password });
  tenant = await startTestTenant({ seed });
  visitor = visit(tenant);
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const path = "/co/authenticate";

describe("a rule", () => {
  /** Whether a sign-in of Ada is hit. */
  async function hits(match: FaultMatch): Promise<boolean> {
    tenant.faults.clear();
    tenant.faults.add({ match, fault: "html500" });
    return (await visitor.coAuthenticate()).status === 500;
  }

  it("matches methods and user names in any case, the rest as it is", async () => {
    expect(await hits({ method: "post" })).toBe(true);
    expect(await hits({ username: "ADA@Example.com" })).toBe(true);
    expect(await hits({ usernameIncludes: "Da@ex" })).toBe(true);
    expect(await hits({ clientId, path, username: ada.username, usernameIncludes: "@" })).toBe(
      true,
    );
    expect(await hits({ username: "ada" })).toBe(false);
    expect(await hits({ username: ada.username, usernameIncludes: "bob" })).toBe(false);
    expect(await hits({ usernameIncludes: "bob" })).toBe(false);
    expect(await hits({ clientId: clientId.toUpperCase() })).toBe(false);
    expect(await hits({ path: "/co" })).toBe(false);
    expect(await hits({ grantType: "password" })).toBe(false);
  });

  it("matches the address or number that a request names, wherever it stands", async () => {
    const find = (name: string) => tenant.faults.list().find(({ id }) => id === name)?.hits;
    const email = {
      match: { usernameIncludes: "k7x" },
      times: "always",
      fault: "json500",
    } as const;
    const phone = { match: { username: "+15551234567" }, fault: "json500" } as const;
    tenant.faults.add({ id: "email", ...email });
    tenant.faults.add({ id: "phone", ...phone });
    await visitor.postJson("/dbconnections/signup", { email: "K7X@example.com" });
    await visitor.postForm("/oauth/token", { username: "k7x" });
    await visitor.authorize({ login_hint: "k7x@example.com" });
    expect(find("email")).toBe(3);
    await visitor.postJson("/dbconnections/signup", { phone_number: "+15551234567" });
    expect(find("phone")).toBe(1);
  });

  it("counts the requests to let pass even where another rule answers them", async () => {
    tenant.faults.add({ match: { path }, fault: "html500" });
    tenant.faults.add({ match: { path }, after: 1, fault: "html502" });
    const statuses = [];
    for (let round = 0; round < 3; round += 1) {
      statuses.push((await visitor.coAuthenticate()).status);
    }
    expect(statuses).toEqual([500, 502, 200]);
  });

  it("takes the place of the one with its name, and goes by its name", () => {
    tenant.faults.add({ id: "one", fault: "hang" });
    tenant.faults.add({ id: "two", fault: "hang" });
    tenant.faults.add({ id: "one", times: 3, fault: "network" });
    expect(tenant.faults.list()).toMatchObject([
      { id: "two", fault: "hang" },
      { id: "one", times: 3, fault: "network", hits: 0 },
    ]);
    expect(tenant.faults.remove("two")).toBe(true);
    expect(tenant.faults.remove("two")).toBe(false);
    expect(tenant.faults.list()).toHaveLength(1);
  });

  it("leaves what tests read the tenant by alone, unless it names the path", async () => {
    const read = () =>
      visitor.request("/_tenant/inbox", { headers: { "x-tenant-token": tenant.adminToken } });
    const before = (await read()).status;
    tenant.faults.add({ times: "always", fault: "html500" });
    expect((await read()).status).toBe(before);
  });
});

describe("a rule about a user", () => {
  const match = { usernameIncludes: "k7x" };
  const challenge = { code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" };
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  /** Signs in as `who` and returns every answer that says nothing of who it is about. */
  async function walk(who: typeof ada): Promise<number[]> {
    const browser = visit(tenant);
    const ticket = await jsonOf<{ login_ticket: string }>(await browser.coAuthenticate(who));
    const answered = await browser.authorize({
      ...ticket,
      ...challenge,
      code_challenge_method: "S256",
      scope: "openid offline_access",
    });
    const byCode = await browser.exchangeCode(queryOf(answered).get("code") ?? "", verifier);
    const tokens = await jsonOf<TokenBody>(byCode);
    const refreshed = await browser.refresh(tokens.refresh_token ?? "");
    const authorization = `Bearer ${tokens.access_token}`;
    const userinfo = await browser.request("/userinfo", { headers: { authorization } });
    const bySession = await browser.authorize({ prompt: "none" });
    return [answered, byCode, refreshed, userinfo, bySession].map(({ status }) => status);
  }

  it("follows the user through tickets, codes, tokens and sessions, and nobody else", async () => {
    tenant.faults.add({ id: "r", match, times: "always", fault: { kind: "delay", ms: 0 } });
    expect(await walk(bob)).toEqual([302, 200, 200, 200, 302]);
    expect(tenant.faults.list()).toMatchObject([{ hits: 6 }]);
    expect(await walk(ada)).toEqual([302, 200, 200, 200, 302]);
    expect(tenant.faults.list()).toMatchObject([{ hits: 6 }]);
  });

  it("spends nothing by looking: after the fault everything is still good", async () => {
    const browser = visit(tenant);
    const ticket = await jsonOf<{ login_ticket: string }>(await browser.coAuthenticate(bob));
    tenant.faults.add({ match, fault: "network" });
    await expect(browser.authorize(ticket)).rejects.toThrow("fetch failed");
    expect(queryOf(await browser.authorize(ticket)).get("code")).not.toBeNull();
  });

  it("reads no user into broken tokens and cookies", async () => {
    tenant.faults.add({ match, times: "always", fault: "network" });
    for (const authorization of ["Bearer x", "Bearer a.b.c", "Bearer a.b.c.d.e", "Basic x"]) {
      const headers = { authorization, cookie: `tenant_session_${tenant.port}=x` };
      expect((await fetch(`${tenant.url}/userinfo`, { headers })).status).toBe(401);
    }
    const odd = { code: 1, refresh_token: {}, token: [], mfa_token: null, username: {} };
    expect((await visitor.postJson("/oauth/token", odd, { origin: app })).status).toBe(400);
  });
});
