import { get } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault, RunningTenant } from "../index.js";
import {
  app,
  jsonOf,
  queryOf,
  startTestTenant,
  visit,
  type TokenBody,
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  visitor = visit(tenant);
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const path = "/co/authenticate";
const keySet = "/.well-known/jwks.json";
const lastFaults = () => tenant.requests().at(-1)?.faults;
const realKeySet = async () => (await visitor.request(keySet)).text();

/** What comes out of the socket, and whether all that was announced has come. */
function receive(): Promise<{ length: number; body: string; complete: boolean }> {
  return new Promise((resolve, reject) => {
    get(new URL(keySet, tenant.url), (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("error", () => {});
      response.on("close", () => {
        const length = Number(response.headers["content-length"]);
        resolve({ length, body, complete: response.complete });
      });
    }).on("error", reject);
  });
}

describe("spoiled bodies", () => {
  it("json-truncated sends half of the real answer as if it were all", async () => {
    const real = await realKeySet();
    tenant.faults.add({ match: { path: keySet }, fault: "json-truncated" });
    const { length, body, complete } = await receive();
    expect(body).toBe(real.slice(0, real.length / 2));
    expect({ length, complete }).toEqual({ length: body.length, complete: true });
    expect(lastFaults()).toEqual(["json-truncated"]);
    expect((await receive()).body).toBe(real);
  });

  it("body-cut announces the real answer and dies in the middle of it", async () => {
    const real = await realKeySet();
    tenant.faults.add({ match: { path: keySet }, times: 2, fault: "body-cut" });
    const { length, body, complete } = await receive();
    expect(body).toBe(real.slice(0, real.length / 2));
    expect({ length, complete }).toEqual({ length: real.length, complete: false });
    const response = await visitor.request(keySet);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(lastFaults()).toEqual(["body-cut"]);
    expect((await receive()).body).toBe(real);
  });

  it("body-hangs never ends, and lets go of a client that leaves", async () => {
    const real = await realKeySet();
    tenant.faults.add({ match: { path: keySet }, fault: "body-hangs" });
    const abort = new AbortController();
    const response = await visitor.request(keySet, { signal: abort.signal });
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(value).toHaveLength(Math.floor(real.length / 2));
    abort.abort();
    await expect(reader?.read()).rejects.toThrow("abort");
    expect(await realKeySet()).toBe(real);
  });

  it("slow-bytes lets the real answer arrive in drops", async () => {
    const real = await realKeySet();
    const fault: Fault = { kind: "slow-bytes", ms: 1, size: 50 };
    tenant.faults.add({ match: { path: keySet }, fault });
    const response = await visitor.request(keySet);
    expect(response.headers.get("content-length")).toBe(String(real.length));
    expect(await response.text()).toBe(real);
    expect(lastFaults()).toEqual(["slow-bytes"]);
  });

  it("wrong-type sends the real JSON as HTML", async () => {
    tenant.faults.add({ match: { path }, fault: "wrong-type" });
    const response = await visitor.coAuthenticate();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.json()).toHaveProperty("login_ticket");
    expect(lastFaults()).toEqual(["wrong-type"]);
  });

  it("spoil refusals too, and leave answers of another kind alone", async () => {
    tenant.faults.add({ fault: "json-truncated" });
    expect(await (await visitor.request("/v2/logout")).text()).toBe("OK");
    const refused = await visitor.coAuthenticate({ password: "wrong" });
    expect(refused.status).toBe(403);
    await expect(refused.json()).rejects.toThrow(SyntaxError);
  });

  it("meet an answer that was delayed, and none that took the place of the real one", async () => {
    tenant.faults.add({ fault: "json500" });
    tenant.faults.add({ fault: "wrong-type" });
    tenant.faults.add({ after: 1, fault: { kind: "delay", ms: 1 } });
    expect((await visitor.coAuthenticate()).headers.get("content-type")).toContain("json");
    await visitor.coAuthenticate();
    expect(lastFaults()).toEqual(["delay", "wrong-type"]);
  });
});

describe("lost answers", () => {
  it("rotate-lost spends the refresh token, so that using it again ends the family", async () => {
    const { refresh_token = "" } = await visitor.exchange();
    tenant.faults.add({ fault: "rotate-lost" });
    expect((await visitor.request(keySet)).status).toBe(200);
    await expect(visitor.refresh(refresh_token)).rejects.toThrow("fetch failed");
    expect(tenant.requests().at(-1)).toMatchObject({ status: null, faults: ["rotate-lost"] });
    const again = await visitor.refresh(refresh_token);
    expect(again.status).toBe(403);
  });

  it("answer-lost does the work of any endpoint", async () => {
    const { refresh_token = "" } = await visitor.exchange();
    tenant.faults.add({ match: { path: "/oauth/revoke" }, fault: "answer-lost" });
    const request = { client_id: "portico-demo", token: refresh_token };
    await expect(visitor.postForm("/oauth/revoke", request)).rejects.toThrow("fetch failed");
    expect((await visitor.refresh(refresh_token)).status).toBe(403);
  });

  it("cookie-lost waits for an answer with cookies, and takes them away", async () => {
    tenant.faults.add({ fault: "cookie-lost" });
    await visitor.request(keySet);
    const stranger = visit(tenant);
    const response = await stranger.coAuthenticate();
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(lastFaults()).toEqual(["cookie-lost"]);
    // The ticket alone is not enough without the cookie that was set beside it.
    const { login_ticket } = await jsonOf<{ login_ticket: string }>(response);
    const silent = await stranger.authorize({ login_ticket, prompt: "none" });
    expect(queryOf(silent).get("error")).toBe("login_required");
    await stranger.signIn();
  });
});

describe("answers that a page must not read", () => {
  it.each([
    ["no-cors", null, null],
    ["cors-wrong-origin", "https://another-app.example", "true"],
    ["cors-star", "*", "true"],
  ] as const)("%s allows %s", async (fault, allowed, credentials) => {
    tenant.faults.add({ match: { path }, fault });
    const response = await visitor.coAuthenticate();
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(allowed);
    expect(response.headers.get("access-control-allow-credentials")).toBe(credentials);
    expect(lastFaults()).toEqual([fault]);
    const next = await visitor.coAuthenticate();
    expect(next.headers.get("access-control-allow-origin")).toBe(app);
  });

  it("are those to another origin, the key set's too", async () => {
    tenant.faults.add({ fault: "no-cors" });
    expect((await visitor.request(keySet)).headers.get("access-control-allow-origin")).toBe("*");
    const read = await visitor.request(keySet, { headers: { origin: app } });
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("may have failed as well: a proxy's page has no CORS headers", async () => {
    tenant.faults.add({ match: { path }, fault: "html502" });
    tenant.faults.add({ match: { path }, fault: "no-cors" });
    const response = await visitor.coAuthenticate();
    expect(response.status).toBe(502);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(lastFaults()).toEqual(["html502", "no-cors"]);
  });
});

it("a token endpoint that was left alone still answers", async () => {
  const body: TokenBody = await visitor.exchange();
  expect(body.expires_in).toBeGreaterThan(0);
});
