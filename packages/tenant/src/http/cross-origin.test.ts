import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { app, clientId, jsonOf, realm, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

const stranger = "http://localhost:3999";

function preflight(url: string, origin: string) {
  return fetch(`${url}/co/authenticate`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "auth0-client,content-type",
    },
  });
}

describe("cross-origin requests", () => {
  it("answers a preflight of an allowed origin with what it asked for", async () => {
    const { status, headers } = await preflight(tenant.url, app);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(app);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("access-control-allow-methods")).toBe("GET,POST,PATCH,DELETE");
    expect(headers.get("access-control-allow-headers")).toBe("auth0-client,content-type");
    expect(headers.get("vary")).toContain("Origin");
  });

  it("lets an allowed origin read answers and errors", async () => {
    for (const changes of [{}, { password: "wrong" }]) {
      const response = await visit(tenant).coAuthenticate(changes);
      expect(response.headers.get("access-control-allow-origin")).toBe(app);
      expect(response.headers.get("access-control-allow-credentials")).toBe("true");
    }
  });

  it("refuses other origins in plain text without CORS headers, as production does", async () => {
    const response = await visit(tenant).coAuthenticate({}, { origin: stranger });
    expect(response.status).toBe(403);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.text()).toBe(`Origin ${stranger} is not allowed.`);
    const asked = await preflight(tenant.url, stranger);
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("lets a refused origin read why in readable mode, and still changes nothing", async () => {
    const readable = await startTestTenant({ refusedOrigins: "readable" });
    const response = await visit(readable).coAuthenticate({}, { origin: stranger });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBe(stranger);
    expect(response.headers.get("set-cookie")).toBeNull();
    const asked = await preflight(readable.url, stranger);
    expect(asked.headers.get("access-control-allow-origin")).toBe(stranger);
    await readable.close();
  });

  it("holds a request that names a client against that client's list", async () => {
    const lists = { callbacks: [], webOrigins: [stranger], logoutUrls: [] };
    const own = await startTestTenant();
    await own.seed({ clients: [{ clientId: "other", name: "Other", ...lists }] });
    expect((await preflight(own.url, stranger)).headers.has("access-control-allow-origin")).toBe(
      true,
    );
    const response = await visit(own).coAuthenticate({}, { origin: stranger });
    expect(response.status).toBe(403);
    await own.close();
  });

  it("spends no refresh token for a refused origin", async () => {
    const visitor = visit(tenant);
    const { refresh_token = "" } = await visitor.exchange();
    const body = { grant_type: "refresh_token", client_id: clientId, refresh_token };
    const refused = await visitor.postForm("/oauth/token", body, { origin: stranger });
    expect(refused.status).toBe(403);
    const revoked = await visitor.postForm(
      "/oauth/revoke",
      { client_id: clientId, token: refresh_token },
      { origin: "null" },
    );
    expect(revoked.status).toBe(403);
    expect((await visitor.refresh(refresh_token)).status).toBe(200);
  });

  it("creates no account for a refused origin", async () => {
    const account = { email: "refused@example.com", password: "Difference-Engine-1822" };
    const body = { client_id: clientId, connection: realm, ...account };
    const post = (origin: string) =>
      visit(tenant).postJson("/dbconnections/signup", body, { origin });
    expect((await post(stranger)).status).toBe(403);
    expect((await post(app)).status).toBe(200);
  });
});

describe("Host header", () => {
  const statusFor = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { port: tenant.port, host: "127.0.0.1", path: "/v2/logout" };
      request({ ...options, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });

  it("is answered under the names of this machine only", async () => {
    const { port } = tenant;
    for (const name of ["localhost", "127.0.0.1", "[::1]"]) {
      expect(await statusFor(`${name}:${port}`)).toBe(200);
    }
    for (const host of [`evil.example:${port}`, "localhost", "localhost:1", "0.0.0.0"]) {
      expect(await statusFor(host)).toBe(403);
    }
  });
});

describe("the tenant's own pages", () => {
  it("may send their forms under each of its names, but not from one to another", async () => {
    const submit = (host: string, origin: string) =>
      visit({ url: `http://${host}:${tenant.port}` }).postForm(
        "/u/login",
        {},
        { origin: `http://${origin}:${tenant.port}` },
      );
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      expect((await submit(host, host)).status).toBe(400);
    }
    expect((await submit("localhost", "127.0.0.1")).status).toBe(403);
  });
});

describe("request log", () => {
  it("keeps names and no values", async () => {
    const visitor = visit(tenant);
    tenant.clearRequests();
    await visitor.coAuthenticate({ password: "hunter-2" });
    await visitor.request("/v2/logout?returnTo=secret-place");
    await preflight(tenant.url, app);
    const log = tenant.requests();
    expect(log).toMatchObject([
      { method: "POST", path: "/co/authenticate", origin: app, status: 403, preflight: false },
      { method: "GET", path: "/v2/logout", queryNames: ["returnTo"], origin: null, status: 400 },
      { method: "OPTIONS", path: "/co/authenticate", preflight: true, status: 204 },
    ]);
    expect(JSON.stringify(log)).not.toMatch(/hunter-2|secret-place/);
  });
});

describe("/_tenant/*", () => {
  const rule = { fault: "html500" };

  it("obeys only who knows this start's token", async () => {
    const visitor = visit(tenant);
    const token = { "x-tenant-token": tenant.adminToken };
    expect((await visitor.postJson("/_tenant/faults", rule)).status).toBe(401);
    const added = await visitor.postJson("/_tenant/faults", rule, token);
    expect(added.status).toBe(201);
    const listed = await visitor.request("/_tenant/faults", { headers: token });
    expect(await jsonOf<object[]>(listed)).toMatchObject([{ fault: "html500", hits: 0 }]);
    await visitor.request("/_tenant/faults", { method: "DELETE", headers: token });
    expect(tenant.faults.list()).toEqual([]);
  });

  it("obeys no page of another origin, not even an allowed one with the token", async () => {
    const headers = { "x-tenant-token": tenant.adminToken, origin: app };
    const response = await visit(tenant).postJson("/_tenant/faults", rule, headers);
    expect(response.status).toBe(403);
    expect(tenant.faults.list()).toEqual([]);
  });

  it("is not disturbed by the faults it sets", async () => {
    tenant.faults.add({ times: "always", fault: "network" });
    const headers = { "x-tenant-token": tenant.adminToken };
    const response = await visit(tenant).request("/_tenant/faults", { headers });
    tenant.faults.clear();
    expect(response.status).toBe(200);
  });
});
