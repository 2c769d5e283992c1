import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { ada, app, clientId, jsonOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

interface Refusal {
  error: string;
  error_description: string;
}

async function post(path: string, body: BodyInit, type?: string) {
  const headers = { origin: app, ...(type && { "content-type": type }) };
  // An encoded body has no type of its own, as a text would.
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const response = await fetch(tenant.url + path, { method: "POST", headers, body: bytes });
  return { response, refusal: await jsonOf<Refusal>(response) };
}

const json = "application/json";
const form = "application/x-www-form-urlencoded";
const nested = (depth: number) => `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`;
const latin = (text: string) => Buffer.from(text, "latin1");

describe("a body that cannot be used", () => {
  it.each([
    ["JSON of no type", "{}", undefined, "has no Content-Type"],
    ["an unknown type", "<a/>", "text/xml", "has the Content-Type text/xml"],
    ["broken JSON", '{"a":', json, "not valid JSON"],
    ["a JSON list", "[1]", json, "no object"],
    ["a JSON null", "null", json, "no object"],
    ["JSON that is no UTF-8", latin('{"a":"é"}'), json, "not valid UTF-8"],
    ["lists in lists", nested(33), json, "nested deeper than 32"],
    ["49 000 lists in lists", nested(49_000), json, "nested deeper than 32"],
    ["a __proto__", '{"__proto__":{"client_id":"x"}}', json, "__proto__"],
    ["a __proto__ further down", '{"a":[{"__proto__":1}]}', json, "__proto__"],
    ["a NUL in a text", String.raw`{"username":"ada\u0000"}`, json, "NUL character"],
    ["a parameter twice", "scope=a&scope=b", form, "parameter scope more than once"],
    ["a form that is no UTF-8", "username=%ff", form, "not valid UTF-8"],
    ["a form of other bytes", latin("username=é"), form, "not valid UTF-8"],
    ["a NUL in a form", "username=ada%00", form, "NUL character"],
    ["a __proto__ in a form", "__proto__=1", form, "__proto__"],
  ])("is refused for what it is: %s", async (_name, body, type, problem) => {
    const { response, refusal } = await post("/oauth/token", body, type);
    expect(response.status).toBe(400);
    expect(refusal.error).toBe("invalid_request");
    expect(refusal.error_description).toContain(problem);
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
  });

  it("is told to an endpoint that takes JSON only", async () => {
    const { response, refusal } = await post("/co/authenticate", "a=b", form);
    expect(response.status).toBe(400);
    expect(refusal.error_description).toContain("expected a JSON object");
  });

  it("leaves the prototype of everything alone", async () => {
    await post("/oauth/token", '{"__proto__":{"client_id":"portico-demo"}}', json);
    expect(Object.hasOwn(Object.prototype, "client_id")).toBe(false);
  });
});

describe("a body that is larger than 100 kB", () => {
  it("is refused by its announced length, readably for an allowed origin", async () => {
    const { response, refusal } = await post("/oauth/token", "a".repeat(100_001), json);
    expect(response.status).toBe(413);
    expect(refusal).toEqual({
      error: "invalid_request",
      error_description: "Invalid request body: it is larger than 100000 bytes.",
    });
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
  });

  it("is refused while it still comes in, in chunks without an end", async () => {
    const { status, sent } = await sendEndlessly(`${tenant.url}/oauth/token`);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(50_000_000);
    expect((await visit(tenant).coAuthenticate()).status).toBe(200);
  });

  it("is refused without a socket too", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    const init = { method: "POST", body, duplex: "half" as const };
    const response = await tenant.fetch(new Request(`${tenant.url}/oauth/token`, init));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  it("is a seed all the same", async () => {
    const users = Array.from({ length: 2000 }, (_, index) => ({
      email: `user-${index}@example.com`,
      password: ada.password,
    }));
    const response = await visit(tenant).postJson(
      "/_tenant/seed",
      { clients: [], users },
      { "x-tenant-token": tenant.adminToken },
    );
    expect(response.status).toBe(204);
    expect(tenant.state().counts.users).toBeGreaterThan(2000);
  });
});

describe("a body that is fine", () => {
  it.each(["application/json; charset=utf-8", "Application/JSON"])(
    "is JSON as %s",
    async (type) => {
      const body = JSON.stringify({ grant_type: "refresh_token", client_id: clientId });
      const { refusal } = await post("/oauth/token", body, type);
      expect(refusal.error_description).toContain("refresh_token");
    },
  );

  it("may be missing where none is needed", async () => {
    const headers = { "x-tenant-token": tenant.adminToken, "content-type": json };
    const init = { method: "DELETE", headers };
    expect((await visit(tenant).request("/_tenant/faults", init)).status).toBe(204);
  });

  it("ends quietly when the caller goes away in the middle", async () => {
    const lines: string[] = [];
    const own = await startTestTenant({ log: (line) => lines.push(line) });
    const headers = { "content-type": json, "content-length": 1000 };
    await new Promise<void>((resolve) => {
      const call = request(`${own.url}/oauth/token`, { method: "POST", headers });
      call.on("error", () => resolve());
      call.write('{"client_id":', () => call.destroy(new Error("gone")));
    });
    while (!lines.includes("POST /oauth/token -")) {
      await visit(own).request("/.well-known/jwks.json");
    }
    expect((await visit(own).coAuthenticate()).status).toBe(200);
    await own.close();
  });
});

/** Writes until it is answered or cut off. */
function sendEndlessly(url: string): Promise<{ status: number | undefined; sent: number }> {
  const chunk = Buffer.alloc(16_384, "a");
  let sent = 0;
  return new Promise((resolve, reject) => {
    let status: number | undefined;
    const call = request(url, { method: "POST", headers: { "content-type": json } });
    const write = () => {
      while (!call.destroyed) {
        sent += chunk.length;
        if (!call.write(chunk)) return;
      }
    };
    call.on("response", (response) => {
      ({ statusCode: status } = response);
      response.resume();
    });
    call.on("error", (error) => (status === undefined ? reject(error) : undefined));
    call.on("close", () => resolve({ status, sent }));
    call.on("drain", write);
    write();
  });
}
