import { request as requestOverSocket } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FaultRule, RunningTenant } from "../index.js";
import { app, jsonOf, startTestTenant, visit, type Visitor } from "../../test/visitor.js";

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  visitor = visit(tenant);
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const faults = "/_tenant/faults";
const rule = { id: "r", match: { path: "/userinfo" }, fault: "json500" };
const token = () => ({ "x-tenant-token": tenant.adminToken });

describe("/_tenant/faults", () => {
  it("adds, lists and removes rules for whoever knows this start's token", async () => {
    const added = await visitor.postJson(faults, rule, token());
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ ...rule, times: 1, after: 0, hits: 0 });
    expect((await visitor.request("/userinfo")).status).toBe(500);
    const listed = await visitor.request(faults, { headers: token() });
    expect(await jsonOf<FaultRule[]>(listed)).toMatchObject([{ id: "r", hits: 1 }]);

    await visitor.postJson(faults, { id: "needs encoding/?", fault: "hang" }, token());
    const one = `${faults}/${encodeURIComponent("needs encoding/?")}`;
    const remove = (path: string) =>
      visitor.request(path, { method: "DELETE", headers: token() }).then(({ status }) => status);
    expect(await remove(one)).toBe(204);
    expect(await remove(one)).toBe(404);
    expect(tenant.faults.list()).toMatchObject([{ id: "r" }]);
    expect(await remove(faults)).toBe(204);
    expect(tenant.faults.list()).toEqual([]);
  });

  it("says what is wrong with a rule, and keeps none of it", async () => {
    const refused = await visitor.postJson(faults, { ...rule, fault: "quake" }, token());
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      error: "invalid_request",
      error_description: 'The fault rule "r" is not usable: fault "quake" is not known.',
    });
    for (const body of ["", "[]", "null", '{"fault":']) {
      const headers = { "content-type": "application/json", ...token() };
      const response = await visitor.request(faults, { method: "POST", headers, body });
      expect(response.status).toBe(400);
    }
    expect(tenant.faults.list()).toEqual([]);
  });

  it("cannot be stopped by a fault", async () => {
    tenant.faults.add({ match: { path: faults }, times: "always", fault: "network" });
    tenant.faults.add({ times: "always", fault: "network" });
    const cleared = await visitor.request(faults, { method: "DELETE", headers: token() });
    expect(cleared.status).toBe(204);
  });
});

describe("nobody else turns a fault on", () => {
  const json = { "content-type": "application/json" };
  const body = JSON.stringify(rule);
  /** Tells the status; no rule must have come of it. */
  async function post(headers: Record<string, string>): Promise<number> {
    const response = await visitor.request(faults, { method: "POST", headers, body });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(tenant.faults.list()).toEqual([]);
    return response.status;
  }

  it("without the token, or with that of another start", async () => {
    expect(await post(json)).toBe(401);
    expect(await post({ ...json, "x-tenant-token": "" })).toBe(401);
    const other = await startTestTenant();
    expect(await post({ ...json, "x-tenant-token": other.adminToken })).toBe(401);
    await other.close();
    expect((await visitor.request(faults)).status).toBe(401);
  });

  it.each([app, "http://localhost:3999", "null", "http://localhost"])(
    "from a page of %s, even with the token",
    async (origin) => {
      expect(await post({ ...json, ...token(), origin })).toBe(403);
    },
  );

  it("by a form of another page: it has no token, and its types are not read", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const headers = { "content-type": type, origin: app, "sec-fetch-site": "same-site" };
      expect(await post(headers)).toBe(403);
      expect(await post({ ...token(), "content-type": type })).toBe(400);
    }
  });

  it("by asking first: a preflight of these paths is never answered", async () => {
    const response = await visitor.request(faults, {
      method: "OPTIONS",
      headers: {
        origin: app,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-tenant-token",
      },
    });
    expect(response.ok).toBe(false);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["rebound.example", "127.0.0.1.rebound.example", "localhost.rebound.example"])(
    "through the name %s, however well it knows the token",
    async (name) => {
      const host = `${name}:${tenant.port}`;
      const headers = { ...json, ...token(), host, origin: `http://${host}` };
      expect(await postOverSocket(headers)).toBe(403);
      expect(tenant.faults.list()).toEqual([]);
    },
  );

  it("by anything in an ordinary request", async () => {
    const asked = new URLSearchParams({ fault: "json500", faults: body, _fault: "network" });
    const response = await visitor.request(`/userinfo?${asked}`, { headers: { "x-fault": body } });
    expect(response.status).toBe(401);
    expect(tenant.requests().at(-1)?.faults).toEqual([]);
  });

  /** Fetch does not let anybody choose the Host header. */
  function postOverSocket(headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const address = { host: "127.0.0.1", port: tenant.port, path: faults, method: "POST" };
      const sent = requestOverSocket({ ...address, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject).end(body);
    });
  }
});
