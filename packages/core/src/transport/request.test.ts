import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AuthErrorCode } from "../errors/error-details.js";
import { request, requestDone, requestList, type TenantRequest } from "./request.js";

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

let answer: (response: ServerResponse, request: IncomingMessage) => void;
let received: Received[] = [];
const server = createServer(async (incoming, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method, headers } = incoming;
  received.push({ method, headers, body: Buffer.concat(chunks).toString() });
  answer(response, incoming);
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
});
beforeEach(() => {
  received = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (options: Partial<TenantRequest> = {}) =>
  request({ url, endpoint: "token", deadline: 5000, ...options });

const reply = (status: number, body?: string, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end(body);
};
const json = { "content-type": "application/json" };

describe("sends", () => {
  beforeEach(() => reply(200, "{}", json));

  // https://fetch.spec.whatwg.org/#cors-safelisted-request-header
  const ownHeaders = (headers: IncomingMessage["headers"]) =>
    ["authorization", "auth0-client", "x-request-language", "dpop", "cookie"].filter(
      (name) => name in headers,
    );

  test("a form without a header that would cost a preflight", async () => {
    await ask({ form: { grant_type: "a b", code: "x&y=z", scope: undefined, password: " ä " } });
    expect(received[0]?.method).toBe("POST");
    expect(received[0]?.headers["content-type"]).toMatch(
      /^application\/x-www-form-urlencoded(;|$)/,
    );
    expect(ownHeaders(received[0]?.headers ?? {})).toEqual([]);
    expect(received[0]?.body).toBe("grant_type=a+b&code=x%26y%3Dz&password=+%C3%A4+");
  });

  test("JSON as it is", async () => {
    await ask({
      json: { password: " pä\u0000\ud83d\ude00 ", nested: { a: [1] }, left: undefined },
    });
    expect(received[0]?.method).toBe("POST");
    expect(received[0]?.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({
      password: " pä\u0000\ud83d\ude00 ",
      nested: { a: [1] },
    });
  });

  test("a plain GET", async () => {
    await ask();
    expect(received[0]?.method).toBe("GET");
    expect(received[0]?.body).toBe("");
    expect(received[0]?.headers).not.toHaveProperty("content-type");
    expect(ownHeaders(received[0]?.headers ?? {})).toEqual([]);
  });

  test("an access token", async () => {
    await ask({ accessToken: "at" });
    expect(received[0]?.headers["authorization"]).toBe("Bearer at");
  });

  test("nothing that is no JSON, and says so as the developer's mistake", async () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    await expect(ask({ json: cycle })).rejects.toBeInstanceOf(TypeError);
    expect(received).toEqual([]);
  });
});

describe("reads", () => {
  test.each([
    ["a JSON object", '{"a":{"b":[1]}}', json],
    ["a JSON object under another type", '{"a":{"b":[1]}}', { "content-type": "text/html" }],
  ])("%s", async (_, body, headers) => {
    reply(200, body, headers);
    expect(await ask()).toEqual({ a: { b: [1] } });
  });

  test.each<[string, number, string | undefined]>([
    ["HTML", 200, "<!doctype html><title>Welcome to our Wi-Fi</title>"],
    ["nothing", 200, ""],
    ["204", 204, undefined],
    ["null", 200, "null"],
    ["an array", 200, "[]"],
    ["a text", 200, '"ok"'],
    ["a number", 200, "1"],
    ["cut JSON", 200, '{"access_token":"a'],
    ["a megabyte", 200, `{"pad":"${"x".repeat(1_000_000)}"}`],
  ])("no success in %s", async (_, status, body) => {
    reply(status, body, json);
    await expect(ask()).rejects.toMatchObject({ code: "invalid_response", status });
  });

  test("an empty object as one, which the endpoint's schema then judges", async () => {
    reply(200, "{}", json);
    expect(await ask()).toEqual({});
  });
});

describe("refused", () => {
  test.each<[string, number, string | undefined, AuthErrorCode]>([
    ["a documented word", 403, '{"error":"invalid_grant"}', "invalid_grant"],
    ["HTML", 400, "<h1>Bad</h1>", "server"],
    ["no body", 401, undefined, "access_denied"],
    ["an array", 401, "[]", "access_denied"],
    ["500 in HTML", 500, "<h1>Oops</h1>", "server"],
    ["502 in HTML under a JSON type", 502, "<h1>Oops</h1>", "server"],
    ["503 in JSON", 503, '{"error":"overloaded"}', "server"],
    ["429 without a body", 429, undefined, "rate_limited"],
  ])("with %s, it fails typed", async (_, status, body, code) => {
    reply(status, body, json);
    await expect(ask()).rejects.toMatchObject({ code, status });
    expect(received).toHaveLength(1);
  });

  test("with a 403 in plain text, it says that the origin is not allowed", async () => {
    reply(403, "Origin https://x is not allowed.", { "content-type": "text/plain; charset=utf-8" });
    await expect(ask()).rejects.toMatchObject({ code: "origin_not_allowed", status: 403 });
  });

  test.each<[string | undefined, number | undefined]>([
    ["7", 7000],
    ["0", 0],
    ["999999999999", 60_000],
    ["Wed, 01 Jan 2020 00:00:00 GMT", 0],
    ["soon", undefined],
    [undefined, undefined],
  ])("with Retry-After %s, it waits %s ms", async (value, retryAfter) => {
    reply(429, "{}", value === undefined ? {} : { "retry-after": value });
    const error: unknown = await ask().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "rate_limited" });
    expect((error as { retryAfter?: number }).retryAfter).toBe(retryAfter);
  });

  test("by a redirect, it does not follow", async () => {
    reply(302, "", { location: "/elsewhere" });
    await expect(ask({ form: { password: "x" } })).rejects.toMatchObject({ code: "network" });
    expect(received).toHaveLength(1);
  });
});

describe("without an answer", () => {
  test("a dropped connection is a network failure", async () => {
    answer = (response) => response.destroy();
    await expect(ask()).rejects.toMatchObject({ code: "network", details: { online: true } });
    expect(received).toHaveLength(1);
  });

  test("a connection dropped in the middle of the body is one too", async () => {
    answer = (response) => {
      response.writeHead(200, { ...json, "content-length": "1000" });
      response.write('{"a":1', () => response.destroy());
    };
    await expect(ask()).rejects.toMatchObject({ code: "network" });
  });

  test("a closed port is one too", async () => {
    const closed = createTcpServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(ask({ url: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
      code: "network",
    });
  });

  test("a silent server is a timeout, and the request is given up", async () => {
    const gone = vi.fn();
    answer = (_, incoming) => incoming.socket.on("close", gone);
    await expect(ask({ deadline: 30 })).rejects.toMatchObject({
      code: "timeout",
      details: { deadline: 30 },
    });
    await vi.waitFor(() => expect(gone).toHaveBeenCalled());
  });

  test("a body that never ends is one too", async () => {
    const gone = vi.fn();
    answer = (response, incoming) => {
      incoming.socket.on("close", gone);
      response.writeHead(200, json).write('{"a":');
    };
    await expect(ask({ deadline: 100 })).rejects.toMatchObject({ code: "timeout" });
    await vi.waitFor(() => expect(gone).toHaveBeenCalled());
  });
});

test("an answer that goes on and on is cut off, not waited for", async () => {
  const gone = vi.fn();
  answer = (response, incoming) => {
    incoming.socket.on("close", gone);
    response.writeHead(200, json);
    const more = () => {
      while (!response.destroyed && response.write(" ".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  };
  await expect(ask()).rejects.toMatchObject({ code: "invalid_response", status: 200 });
  await vi.waitFor(() => expect(gone).toHaveBeenCalled());
});

test.each([
  [503, "server"],
  [429, "rate_limited"],
  [403, "access_denied"],
])("a page of any length with status %i is %s", async (status, code) => {
  answer = (response) => {
    response.writeHead(status, { "content-type": "text/html" }).end(" ".repeat(300_000));
  };
  await expect(ask()).rejects.toMatchObject({ code, status });
});

describe("given up by the caller", () => {
  test("before it began, it sends nothing", async () => {
    reply(200, "{}");
    await expect(ask({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    expect(received).toEqual([]);
  });

  test("while it waits, it ends", async () => {
    const controller = new AbortController();
    answer = () => controller.abort();
    await expect(ask({ signal: controller.signal })).rejects.toMatchObject({ code: "aborted" });
  });

  test("while it reads, it ends", async () => {
    const controller = new AbortController();
    answer = (response) => {
      response.writeHead(200, json).write("{", () => controller.abort());
    };
    await expect(ask({ signal: controller.signal })).rejects.toMatchObject({ code: "aborted" });
  });

  test("after it ended, it changes nothing", async () => {
    reply(200, "{}");
    const controller = new AbortController();
    expect(await ask({ signal: controller.signal })).toEqual({});
    controller.abort();
  });
});

describe("other kinds of success", () => {
  const options = () => ({ url, endpoint: "management", deadline: 5000 }) as const;

  test("a list is taken where one is asked for", async () => {
    reply(200, '[{"a":1},2]', json);
    expect(await requestList(options())).toEqual([{ a: 1 }, 2]);
  });

  test.each(["{}", "null", '"text"', "", "<html></html>", "[1"])("%j is no list", async (body) => {
    reply(200, body, json);
    await expect(requestList(options())).rejects.toMatchObject({ code: "invalid_response" });
  });

  test.each([
    [200, "We've just sent you an email to reset your password."],
    [200, ""],
    [200, "{}"],
    [204, undefined],
  ])("%i %j is done where nothing is to be read", async (status, body) => {
    reply(status, body);
    await expect(requestDone(options())).resolves.toBeUndefined();
  });

  test("a refusal is none of them", async () => {
    reply(404, '{"errorCode":"inexistent_user"}', json);
    await expect(requestDone(options())).rejects.toMatchObject({ code: "inexistent_user" });
    await expect(requestList(options())).rejects.toMatchObject({ code: "inexistent_user" });
  });

  test.each(["PATCH", "DELETE"] as const)("%s is sent as such", async (method) => {
    reply(200, "{}", json);
    await request({ ...options(), method, ...(method === "PATCH" && { json: { a: 1 } }) });
    expect(received.map((one) => [one.method, one.body])).toEqual([
      [method, method === "PATCH" ? '{"a":1}' : ""],
    ]);
  });

  test("the reader's language goes along", async () => {
    reply(200, "{}", json);
    await request({ ...options(), language: "pt-BR" });
    expect(received[0]?.headers["x-request-language"]).toBe("pt-BR");
  });
});

test("whoever asks sees the body of a refusal together with its error, and nobody else does", async () => {
  reply(403, '{"error":"mfa_required","mfa_token":"c4nary"}', json);
  const seen: unknown[] = [];
  const result = ask({ onRefused: (error, body) => seen.push([error.code, body["mfa_token"]]) });
  const error = await result.catch((thrown: unknown) => thrown);
  expect(seen).toEqual([["mfa_required", "c4nary"]]);
  expect(JSON.stringify(error) + inspect(error, { showHidden: true, depth: 9 })).not.toContain(
    "c4nary",
  );
});
