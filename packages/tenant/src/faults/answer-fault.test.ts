import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault, RunningTenant } from "../index.js";
import {
  ada,
  app,
  clientId,
  jsonOf,
  realm,
  startTestTenant,
  visit,
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
const origin = { origin: app };
const keySet = "/.well-known/jwks.json";
const lastFaults = () => tenant.requests().at(-1)?.faults;

describe("answers in place of the tenant's", () => {
  it.each<[Fault, number, string | null, string]>([
    ["empty403", 403, null, ""],
    ["html500", 500, "text/html", "<h1>500"],
    ["json500", 500, "application/json", '"statusCode":500'],
    ["empty500", 500, null, ""],
    ["html502", 502, "text/html", "<h1>502"],
    ["json502", 502, "application/json", "<h1>502"],
    ["empty503", 503, null, ""],
    ["html200", 200, "text/html", "<h1>"],
    ["empty200", 200, "application/json", ""],
    ["empty204", 204, null, ""],
    ["object200", 200, "application/json", "{}"],
    ["array200", 200, "application/json", "[]"],
    ["error200", 200, "application/json", '{"error":""}'],
    [{ kind: "json-empty", status: 401 }, 401, "application/json", "{}"],
    ["429-suspicious", 429, "application/json", "suspicious login behavior"],
  ])("%j is %i of type %s, and the next request is answered", async (fault, status, type, body) => {
    tenant.faults.add({ match: { path }, fault });
    const response = await visitor.coAuthenticate();
    expect(response.status).toBe(status);
    const received = response.headers.get("content-type");
    expect(type === null ? received : received?.startsWith(type)).toBe(type === null ? null : true);
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.text()).toContain(body);
    expect(lastFaults()).toEqual([typeof fault === "string" ? fault : fault.kind]);
    expect((await visitor.coAuthenticate()).status).toBe(200);
    expect(lastFaults()).toEqual([]);
  });

  it("large200 is a megabyte of JSON", async () => {
    tenant.faults.add({ match: { path }, fault: "large200" });
    const text = await (await visitor.coAuthenticate()).text();
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it("leave the tenant without anything done", async () => {
    tenant.faults.add({ fault: "json500" });
    const account = { client_id: clientId, connection: realm, password: ada.password };
    const signup = { ...account, email: "new@example.com" };
    expect((await visitor.postJson("/dbconnections/signup", signup)).status).toBe(500);
    expect((await visitor.postJson("/dbconnections/signup", signup)).status).toBe(200);
  });
});

describe("a lost connection", () => {
  /** Everything that comes out of the socket until it is closed. */
  function received(headers: string[]): Promise<string> {
    const lines = [`GET ${keySet} HTTP/1.1`, `Host: localhost:${tenant.port}`, ...headers, "", ""];
    return new Promise((resolve) => {
      let text = "";
      const socket = connect(tenant.port, "127.0.0.1", () => socket.write(lines.join("\r\n")));
      socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      // A reset is as good as an end.
      socket.on("error", () => {}).on("close", () => resolve(text));
    });
  }

  it("ends without a byte", async () => {
    tenant.faults.add({ fault: "network" });
    expect(await received([])).toBe("");
    expect(tenant.requests().at(-1)).toMatchObject({ status: null, faults: ["network"] });
  });

  it("ends with something that is no HTTP for a browser, which would ask again in silence", async () => {
    tenant.faults.add({ fault: "network" });
    const text = await received(["Sec-Fetch-Site: same-site"]);
    expect(text).not.toBe("");
    expect(text).not.toMatch(/^HTTP/);
  });
});

describe("limits", () => {
  const limited = async (fault: Fault) => {
    tenant.faults.add({ match: { path }, fault });
    return (await visitor.coAuthenticate()).headers;
  };

  it("say nothing of when to come back unless they are told to", async () => {
    const headers = await limited("429-global");
    expect(headers.get("retry-after")).toBeNull();
    expect(headers.get("x-ratelimit-limit")).toBeNull();
    expect(headers.get("access-control-expose-headers")).toBeNull();
  });

  it("say it in seconds, by a date or in any text, where a page can read it", async () => {
    const seconds = await limited({ kind: "429-attempts", retryAfter: 30 });
    expect(seconds.get("retry-after")).toBe("30");
    expect(seconds.get("access-control-expose-headers")).toBe("Retry-After");
    const date = await limited({ kind: "429-suspicious", retryAfter: 3600, asDate: true });
    const ahead = Date.parse(date.get("retry-after") ?? "") - Date.now();
    expect(date.get("retry-after")).toMatch(/ GMT$/);
    expect(Math.round(ahead / 60_000)).toBe(60);
    const text = await limited({ kind: "429-global", retryAfter: "soon" });
    expect(text.get("retry-after")).toBe("soon");
  });

  it("tell of the limit in X-RateLimit headers", async () => {
    const headers = await limited({ kind: "429-global", retryAfter: 30, rateLimit: true });
    expect(headers.get("x-ratelimit-limit")).toBe("10");
    expect(headers.get("x-ratelimit-remaining")).toBe("0");
    const reset = Number(headers.get("x-ratelimit-reset")) - Date.now() / 1000;
    expect(Math.round(reset / 10)).toBe(3);
    expect(headers.get("access-control-expose-headers")).toContain("X-RateLimit-Reset");
  });
});

describe("key set faults", () => {
  const keysNow = async () => {
    const { keys } = await jsonOf<{ keys: object[] }>(await visitor.request(keySet));
    return keys;
  };

  it("jwks-unknown-kid has the same keys by other names", async () => {
    const [real] = await keysNow();
    tenant.faults.add({ fault: "jwks-unknown-kid" });
    const [renamed] = await keysNow();
    expect(renamed).toEqual({ ...real, kid: expect.any(String) as string });
    expect(renamed).not.toEqual(real);
    expect(lastFaults()).toEqual(["jwks-unknown-kid"]);
    expect(await keysNow()).toEqual([real]);
  });

  it("jwks-empty has no keys, and jwks-garbage is no JSON", async () => {
    tenant.faults.add({ fault: "jwks-empty" });
    expect(await keysNow()).toEqual([]);
    tenant.faults.add({ fault: "jwks-garbage" });
    const garbage = await visitor.request(keySet);
    expect(garbage.headers.get("content-type")).toBe("application/json");
    await expect(garbage.json()).rejects.toThrow(SyntaxError);
  });

  it("jwks-slow answers in the end", async () => {
    tenant.faults.add({ fault: { kind: "jwks-slow", ms: 1 } });
    expect(await keysNow()).toHaveLength(1);
    expect(lastFaults()).toEqual(["jwks-slow"]);
  });
});

describe("preflights", () => {
  const preflight = () => {
    const headers = { ...origin, "access-control-request-method": "POST" };
    return visitor.request(path, { method: "OPTIONS", headers });
  };

  it("no-preflight refuses one, and never the request itself", async () => {
    tenant.faults.add({ match: { method: "POST", path }, fault: "no-preflight" });
    expect((await visitor.coAuthenticate()).status).toBe(200);
    const refused = await preflight();
    expect(refused.ok).toBe(false);
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    expect(lastFaults()).toEqual(["no-preflight"]);
    expect((await preflight()).headers.get("access-control-allow-origin")).toBe(app);
  });

  it("meet other faults only where a rule names their method", async () => {
    tenant.faults.add({ match: { path }, fault: "network" });
    expect((await preflight()).status).toBe(204);
    tenant.faults.clear();
    tenant.faults.add({ match: { method: "OPTIONS", path }, fault: "network" });
    expect((await visitor.coAuthenticate()).status).toBe(200);
    await expect(preflight()).rejects.toThrow("fetch failed");
    expect((await preflight()).status).toBe(204);
  });
});

it("closing the tenant ends what hangs and what is delayed", async () => {
  const closing = await startTestTenant();
  closing.faults.add({ match: { path: "/userinfo" }, fault: "hang" });
  closing.faults.add({ match: { path: keySet }, fault: { kind: "jwks-slow", ms: 100_000 } });
  const waiting = Promise.allSettled([
    visit(closing).request("/userinfo"),
    visit(closing).request(keySet),
  ]);
  while (closing.faults.list().some(({ hits }) => hits === 0)) {
    await visit(closing).request("/v2/logout");
  }
  await closing.close();
  expect(await waiting).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
});
