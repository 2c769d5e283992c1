import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  app,
  clientId,
  jsonOf,
  queryOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const post = (path: string, body?: unknown) =>
  visit(tenant).postJson(path, body, { "x-tenant-token": tenant.adminToken });

const eve = { email: "eve@example.com", password: "Difference-Engine-1822" };
const seeded = (testSeed().users ?? []).map(({ email }) => email);
const emails = () => tenant.state().users.map(({ email }) => email);
const signUp = () =>
  visit(tenant).postJson("/dbconnections/signup", {
    client_id: clientId,
    connection: realm,
    ...eve,
  });
const silently = async (visitor: ReturnType<typeof visit>) =>
  queryOf(await visitor.authorize({ prompt: "none" })).get("error");

describe("POST /_tenant/reset", () => {
  it("returns to the seed: no new user, no session, no message, no fault, no log, real time", async () => {
    const visitor = visit(tenant);
    await visitor.signIn();
    await signUp();
    tenant.faults.add({ match: { path: "/nowhere" }, fault: "html500" });
    tenant.clock.offset(5000);
    tenant.clock.freeze();
    expect((await post("/_tenant/reset")).status).toBe(204);
    expect(emails()).toEqual(seeded);
    expect(tenant.inbox.list({ to: eve.email })).toEqual([]);
    expect(tenant.state().counts).toMatchObject({ sessions: 0, codes: 0 });
    expect(tenant.faults.list()).toEqual([]);
    expect(tenant.clock.read()).toMatchObject({ offset: 0, frozen: false });
    expect(tenant.requests().map(({ path }) => path)).not.toContain("/dbconnections/signup");
    expect(await silently(visitor)).toBe("login_required");
    await visitor.signIn();
    expect(await silently(visitor)).toBeNull();
  });

  it("keeps the keys", async () => {
    const keys = async () => jsonOf(await visit(tenant).request("/.well-known/jwks.json"));
    const before = await keys();
    await post("/_tenant/reset");
    expect(await keys()).toEqual(before);
  });

  it("brings back what a later seed had changed, and forgets what it had added", async () => {
    const [client] = testSeed().clients;
    if (!client) throw new Error("The test seed has no client.");
    await tenant.seed({ clients: [{ ...client, webOrigins: [] }], users: [eve] });
    expect((await visit(tenant).coAuthenticate()).status).toBe(403);
    await tenant.reset();
    expect((await visit(tenant).coAuthenticate()).status).toBe(200);
    expect(emails()).toEqual(seeded);
  });

  it("returns to a seed that was applied as the start", async () => {
    const other = await startTestTenant();
    await other.seed({ ...testSeed(), users: [eve] }, { asStart: true });
    await other.reset();
    expect(other.state().users.map(({ email }) => email)).toEqual([eve.email]);
    await other.close();
  });

  it("happens once after the other", async () => {
    await Promise.all([tenant.reset(), tenant.reset(), post("/_tenant/reset")]);
    expect(emails()).toEqual(seeded);
    expect((await visit(tenant).coAuthenticate()).status).toBe(200);
  });
});

describe("POST /_tenant/seed", () => {
  it("applies a seed on top of what is there", async () => {
    const { clients } = testSeed();
    expect((await post("/_tenant/seed", { clients, users: [eve] })).status).toBe(204);
    expect(emails()).toEqual([...seeded, eve.email]);
    const signedIn = visit(tenant).coAuthenticate({ username: eve.email, password: eve.password });
    expect((await signedIn).status).toBe(200);
  });

  it.each([
    [{}, "clients"],
    [{ clients: [{ clientId: "x" }] }, "clients[0].name"],
    [
      { clients: [], users: [{ email: "x@y.z", password: "p", connection: "none" }] },
      "users[0].connection",
    ],
  ])("refuses %j with the path", async (seed, path) => {
    const response = await post("/_tenant/seed", seed);
    expect(response.status).toBe(400);
    expect(await jsonOf(response)).toMatchObject({
      error: "invalid_request",
      error_description: expect.stringContaining(path) as string,
    });
  });
});

describe("GET /_tenant/requests", () => {
  const headers = () => ({ "x-tenant-token": tenant.adminToken });

  it("tells names and no values, and is not in the log itself", async () => {
    const visitor = visit(tenant);
    await visitor.coAuthenticate({ password: "hunter-2" });
    await visitor.request("/v2/logout?returnTo=secret-place");
    const answer = await visitor.request("/_tenant/requests", { headers: headers() });
    const log = await jsonOf<object[]>(answer);
    expect(log).toEqual(tenant.requests());
    expect(log).toMatchObject([
      {
        method: "POST",
        path: "/co/authenticate",
        bodyNames: ["client_id", "credential_type", "realm", "username", "password"],
        origin: app,
        preflight: false,
        status: 403,
      },
      { method: "GET", path: "/v2/logout", queryNames: ["returnTo"], bodyNames: [], status: 400 },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/hunter-2|secret-place/);
  });

  it("can be emptied", async () => {
    await visit(tenant).coAuthenticate();
    const init = { method: "DELETE", headers: headers() };
    expect((await visit(tenant).request("/_tenant/requests", init)).status).toBe(204);
    expect(tenant.requests()).toEqual([]);
  });

  it("keeps the last 1000, clipped", async () => {
    const path = `/${"x".repeat(2000)}`;
    for (let count = 0; count < 1005; count += 1) {
      await tenant.fetch(new Request(`${tenant.url}${count < 5 ? "/first" : path}`));
    }
    const log = tenant.requests();
    expect(log).toHaveLength(1000);
    expect(log.some((entry) => entry.path === "/first")).toBe(false);
    expect(log[0]?.path).toHaveLength(501);
  });
});
