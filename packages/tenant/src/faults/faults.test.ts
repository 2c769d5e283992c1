import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Fault, RunningTenant } from "../index.js";
import {
  ada,
  app,
  clientId,
  messageOf,
  startTestTenant,
  visit,
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
let visitor: Visitor;
beforeAll(async () => {
  tenant = await startTestTenant();
  visitor = visit(tenant);
  await visitor.signIn();
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

const path = "/co/authenticate";

describe("request faults", () => {
  it.each<[Fault, number, string, string]>([
    ["text403", 403, "text/plain", `Origin ${app} is not allowed.`],
    ["html500", 500, "text/html", "<h1>500"],
    ["html502", 502, "text/html", "<h1>502"],
    ["json-empty", 400, "application/json", "{}"],
    ["text200", 200, "text/plain", "OK"],
    ["null200", 200, "application/json", "null"],
    ["429-attempts", 429, "application/json", '"error":"too_many_attempts"'],
    ["429-global", 429, "application/json", '"errorCode":"too_many_requests"'],
  ])("%s answers %i, readable by the page", async (fault, status, type, body) => {
    tenant.faults.add({ match: { path }, fault });
    const response = await visitor.coAuthenticate();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
    expect(await response.text()).toContain(body);
  });

  it("sends Retry-After when asked to", async () => {
    tenant.faults.add({ match: { path }, fault: { kind: "429-attempts", retryAfter: 30 } });
    expect((await visitor.coAuthenticate()).headers.get("retry-after")).toBe("30");
  });

  it("network destroys the connection and hang never answers", async () => {
    tenant.faults.add({ match: { path }, fault: "network" });
    await expect(visitor.coAuthenticate()).rejects.toThrow("fetch failed");
    const rule = tenant.faults.add({ match: { path: "/userinfo" }, fault: "hang" });
    const abort = new AbortController();
    const hanging = visitor.request("/userinfo", { signal: abort.signal });
    while (tenant.faults.list().find(({ id }) => id === rule.id)?.hits === 0) {
      await visitor.request("/v2/logout?returnTo=x");
    }
    abort.abort();
    await expect(hanging).rejects.toThrow("abort");
    expect(tenant.requests().find((entry) => entry.faults.includes("hang"))?.status).toBeNull();
  });

  it("delay answers as usual in the end", async () => {
    tenant.faults.add({ match: { path }, fault: { kind: "delay", ms: 1 } });
    expect((await visitor.coAuthenticate()).status).toBe(200);
  });

  it("no-cors acts but hides the answer from the page", async () => {
    tenant.faults.add({ match: { path }, fault: "no-cors" });
    const response = await visitor.coAuthenticate();
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("jwks-down takes the key set away, and nothing else", async () => {
    tenant.faults.add({ times: "always", fault: "jwks-down" });
    expect((await visitor.request("/.well-known/jwks.json")).status).toBe(503);
    expect((await visitor.coAuthenticate()).status).toBe(200);
  });

  it("spares preflights", async () => {
    tenant.faults.add({ fault: "html500" });
    const headers = { origin: app, "access-control-request-method": "POST" };
    expect((await visitor.request(path, { method: "OPTIONS", headers })).status).toBe(204);
    expect((await visitor.coAuthenticate()).status).toBe(500);
  });
});

describe("rules", () => {
  it("count, begin after, end after, and are noted in the request log", async () => {
    tenant.clearRequests();
    tenant.faults.add({ id: "r", match: { path }, after: 1, times: 2, fault: "html500" });
    const statuses = [];
    for (let round = 0; round < 4; round += 1) {
      statuses.push((await visitor.coAuthenticate()).status);
    }
    expect(statuses).toEqual([200, 500, 500, 200]);
    expect(tenant.faults.list()).toMatchObject([{ id: "r", hits: 2 }]);
    const noted = tenant.requests().map((entry) => entry.faults);
    expect(noted).toEqual([[], ["html500"], ["html500"], []]);
  });

  it("match by method, client and user", async () => {
    const never = [{ method: "GET" }, { clientId: "other" }, { username: "other@example.com" }];
    for (const match of never) tenant.faults.add({ match: { path, ...match }, fault: "html500" });
    expect((await visitor.coAuthenticate()).status).toBe(200);
    const { username } = ada;
    tenant.faults.add({ match: { method: "POST", clientId, username }, fault: "html502" });
    expect((await visitor.coAuthenticate()).status).toBe(502);
  });

  it("are refused if they name nothing known", () => {
    const unknown = [
      [{ fault: "earthquake" }, 'fault "earthquake"'],
      [{ fault: { kind: "delay" } }, "fault is neither"],
      [{ fault: "hang", times: -1 }, "times"],
      [{ fault: "hang", match: { host: "x" } }, "match.host"],
    ] as const;
    for (const [rule, message] of unknown) {
      expect(() => tenant.faults.add(rule as never)).toThrow(message);
    }
  });
});

describe("web message and page faults", () => {
  const silent = { response_mode: "web_message", prompt: "none", state: "s" };

  it("wm-no-state, wm-wrong-state and wm-silent break the message", async () => {
    tenant.faults.add({ fault: "wm-no-state" });
    expect((await messageOf(await visitor.authorize(silent))).response).not.toHaveProperty("state");
    tenant.faults.add({ fault: "wm-wrong-state" });
    const wrong = (await messageOf(await visitor.authorize(silent))).response;
    expect(wrong["state"]).toEqual(expect.any(String));
    expect(wrong["state"]).not.toBe("s");
    tenant.faults.add({ fault: "wm-silent" });
    expect((await messageOf(await visitor.authorize(silent))).posted).toBe(false);
    expect((await messageOf(await visitor.authorize(silent))).response["state"]).toBe("s");
  });

  it("coop and xfo add the header that breaks popups and iframes", async () => {
    tenant.faults.add({ fault: "coop" });
    const popup = await visitor.authorize(silent);
    expect(popup.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    tenant.faults.add({ fault: "xfo" });
    expect((await visitor.authorize(silent)).headers.get("x-frame-options")).toBe("DENY");
  });
});
