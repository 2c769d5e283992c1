import { copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startTenant, type RunningTenant } from "./index.js";
import { ada, app, jsonOf, queryOf, startTestTenant, visit } from "../test/visitor.js";

describe("startTenant", () => {
  it("answers on both loopback addresses, on one port", async () => {
    const tenant = await startTestTenant();
    for (const host of ["127.0.0.1", "[::1]"]) {
      const response = await fetch(`http://${host}:${tenant.port}/.well-known/jwks.json`);
      expect(response.status).toBe(200);
    }
    await tenant.close();
  });

  it("takes the next free port if the wanted one is taken, and says so", async () => {
    const first = await startTestTenant();
    const second = await startTestTenant({ port: first.port });
    expect(second.requestedPort).toBe(first.port);
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.url).toBe(`http://localhost:${second.port}`);
    await first.close();
    await second.close();
  });

  it("moves on if the port is taken on one address only", async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, "::1", resolve));
    const address = squatter.address();
    const taken = typeof address === "object" && address ? address.port : 0;
    const tenant = await startTestTenant({ port: taken });
    expect(tenant.port).not.toBe(taken);
    await tenant.close();
    squatter.close();
  });

  it("keeps two tenants apart that share one cookie jar", async () => {
    const [one, two] = [await startTestTenant(), await startTestTenant()];
    const visitor = visit(one);
    await visitor.signIn();
    const elsewhere = visit(two);
    for (const [name, value] of visitor.cookies) elsewhere.cookies.set(name, value);
    await elsewhere.signIn();
    for (const [name, value] of elsewhere.cookies) visitor.cookies.set(name, value);
    for (const both of [visitor, elsewhere]) {
      expect(queryOf(await both.authorize({ prompt: "none" })).has("code")).toBe(true);
    }
    await one.close();
    await two.close();
  });

  it("refuses to run in production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    await expect(startTenant({ port: 0 })).rejects.toThrow(/production/);
    vi.unstubAllEnvs();
  });

  it("refuses a scrypt cost that cannot work", async () => {
    await expect(startTenant({ port: 0, scryptCost: 1000 })).rejects.toThrow(/power of two/);
  });

  it("closes at once, with requests hanging", async () => {
    const tenant = await startTestTenant();
    tenant.faults.add({ match: { path: "/userinfo" }, fault: "hang" });
    tenant.faults.add({ match: { path: "/v2/logout" }, fault: { kind: "delay", ms: 3_600_000 } });
    const hanging = ["/userinfo", "/v2/logout"].map((path) => visit(tenant).request(path));
    const outcomes = Promise.allSettled(hanging);
    while (tenant.faults.list().some((rule) => rule.hits === 0)) {
      await visit(tenant).request("/.well-known/jwks.json");
    }
    await tenant.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await tenant.close();
  });

  it("leaves everything in the database file when it is closed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "portico-tenant-"));
    const database = join(folder, "tenant.db");
    const first = await startTestTenant({ database });
    const { keys } = await jsonOf<{ keys: unknown }>(
      await visit(first).request("/.well-known/jwks.json"),
    );
    await first.close();
    expect(statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);

    const copy = join(folder, "copy.db");
    copyFileSync(database, copy);
    const second = await startTestTenant({ database: copy });
    const again = await visit(second).request("/.well-known/jwks.json");
    expect(await jsonOf(again)).toEqual({ keys });
    await second.close();
    rmSync(folder, { recursive: true });
  });

  it("reports each request to the log it was given, without secrets", async () => {
    const lines: string[] = [];
    const tenant = await startTestTenant({ log: (line) => lines.push(line) });
    await visit(tenant).coAuthenticate();
    expect(lines).toEqual(["POST /co/authenticate 200"]);
    await tenant.close();
  });
});

describe("seed", () => {
  const client = { clientId: "c", name: "C", callbacks: [], webOrigins: [], logoutUrls: [] };
  const ad = { name: "x", strategy: "ad", kind: "enterprise", ipRanges: ["10.0.0.0/8"] };

  let tenant: RunningTenant;
  beforeAll(async () => {
    tenant = await startTestTenant();
  });
  afterAll(() => tenant.close());

  it.each([
    [{}, "clients must be a list"],
    [{ clients: [{ ...client, callbacks: app }] }, "clients[0].callbacks must be a list"],
    [{ clients: [client, { ...client, callbacks: ["/x"] }] }, "clients[1].callbacks[0] "],
    [{ clients: [{ ...client, webOrigins: [`${app}/`] }] }, "clients[0].webOrigins[0] "],
    [{ clients: [{ ...client, callback: [] }] }, "clients[0].callback is not a known member"],
    [{ clients: [], connections: [{ ...ad, ipRanges: ["10.0.0.0/33"] }] }, "ipRanges[0] must be"],
    [
      { clients: [], connections: [{ ...ad, strategy: "adfs" }] },
      "ipRanges is for the strategy ad",
    ],
    [{ clients: [client, client] }, "clients[1].clientId is there twice"],
    [
      { clients: [{ ...client, tokenEndpointAuthMethod: "client_secret_post" }] },
      "clients[0].clientSecret ",
    ],
    [{ clients: [], connections: [{ name: "x", passwordPolicy: "best" }] }, "passwordPolicy must"],
    [{ clients: [], users: [{ email: "ada", password: "x" }] }, "users[0].email "],
    [{ clients: [], users: [{ email: "a@b.c", password: "" }] }, "users[0].password "],
    [{ clients: [], apis: [{ audience: "x" }] }, "apis[0].scopes must be a list"],
    [{ clients: [], apis: [{ audience: "x", scopes: [], tokenLifetime: 0.5 }] }, "tokenLifetime"],
    [{ clients: [], logoutUrls: ["home"] }, "logoutUrls[0] "],
    [null, "seed must be an object"],
  ])("%j is refused by path", async (seed, message) => {
    await expect(tenant.seed(seed as never)).rejects.toThrow(message);
  });

  it("is refused before anything starts", async () => {
    const seed = { clients: [{ ...client, callbacks: ["x"] }] };
    await expect(startTenant({ port: 0, seed })).rejects.toThrow("clients[0].callbacks[0]");
  });

  it("changes nothing when a user names a connection that is not there", async () => {
    const clients = [{ ...client, clientId: "half-applied" }];
    const users = [{ email: "x@example.com", password: "x", connection: "nowhere" }];
    await expect(tenant.seed({ clients, users })).rejects.toThrow("users[0].connection");
    const response = await visit(tenant).authorize({ client_id: "half-applied" });
    expect(await response.text()).toContain("Unknown client: half-applied");
  });

  it("can be applied again: clients follow it, users stay as they are", async () => {
    const callbacks = ["http://localhost:3000/moved"];
    const moved = { ...client, clientId: "portico-demo", callbacks, webOrigins: [app] };
    const users = [{ email: ada.username, password: "another password" }];
    await tenant.seed({ clients: [moved], users });
    const visitor = visit(tenant);
    expect((await visitor.coAuthenticate()).status).toBe(200);
    expect((await visitor.authorize({})).status).toBe(403);
    const [redirect_uri = ""] = callbacks;
    expect((await visitor.authorize({ redirect_uri })).status).toBe(302);
  });
});
