import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createKeySet } from "./jwks.js";

let answer: (request: IncomingMessage, response: ServerResponse, count: number) => void;
let requests: IncomingMessage[] = [];
const server = createServer((request, response) => {
  requests.push(request);
  answer(request, response, requests.length);
});
let url: string;
let one: JWK;
let two: JWK;

beforeAll(async () => {
  const publicKey = async (kid: string) => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    return { ...(await exportJWK(pair.publicKey)), kid, use: "sig", alg: "RS256" };
  };
  [one, two] = await Promise.all([publicKey("one"), publicKey("two")]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
});
afterEach(() => vi.useRealTimers());

const json = (body: unknown) => (_: IncomingMessage, response: ServerResponse) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(body));
};

test("fetches the keys once for any number of finds", async () => {
  answer = json({ keys: [one, two] });
  const keys = createKeySet(url, 5000);
  const found = await Promise.all([keys.find("one"), keys.find("two"), keys.find("one")]);
  expect(found.map((key) => key?.type)).toEqual(["public", "public", "public"]);
  expect(found[0]).toBe(found[2]);
  expect(found[0]).not.toBe(found[1]);
  await keys.find("two");
  expect(requests).toHaveLength(1);
});

test("sends a plain GET without cookies or headers of its own", async () => {
  answer = json({ keys: [one] });
  await createKeySet(url, 5000).find("one");
  const [request] = requests;
  expect(request?.method).toBe("GET");
  expect(request?.headers).not.toHaveProperty("content-type");
  expect(request?.headers).not.toHaveProperty("authorization");
  expect(request?.headers).not.toHaveProperty("auth0-client");
});

test("a preload is what the next find waits for", async () => {
  answer = json({ keys: [one] });
  const keys = createKeySet(url, 5000);
  keys.preload();
  keys.preload();
  expect(await keys.find("one")).toBeDefined();
  expect(requests).toHaveLength(1);
});

test("fetches again for an unknown kid, but not within the pause", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  answer = json({ keys: [one] });
  const keys = createKeySet(url, 5000);
  expect(await keys.find("two")).toBeUndefined();
  expect(requests).toHaveLength(1);

  answer = json({ keys: [one, two] });
  vi.setSystemTime(1_800_000_029_999);
  expect(await keys.find("two")).toBeUndefined();
  expect(requests).toHaveLength(1);

  vi.setSystemTime(1_800_000_030_000);
  expect(await keys.find("two")).toBeDefined();
  expect(requests).toHaveLength(2);
});

test("several finds of an unknown kid fetch again once between them", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  answer = json({ keys: [one] });
  const keys = createKeySet(url, 5000);
  await keys.find("one");
  vi.setSystemTime(1_800_000_060_000);
  answer = json({ keys: [one, two] });
  const found = await Promise.all(["two", "two", "two"].map((kid) => keys.find(kid)));
  expect(found.every(Boolean)).toBe(true);
  expect(requests).toHaveLength(2);
});

test.each([1, 2])("gets over %i failures of the tenant", async (failures) => {
  answer = (request, response, count) => {
    if (count > failures) return json({ keys: [one] })(request, response);
    response.writeHead(500).end("<h1>Oops</h1>");
  };
  expect(await createKeySet(url, 5000).find("one")).toBeDefined();
  expect(requests).toHaveLength(failures + 1);
});

test.each<[string, unknown, typeof answer]>([
  ["500", "server", (_, response) => response.writeHead(500).end()],
  ["HTML", "invalid_response", (_, response) => response.end("<html></html>")],
  ["no list", "invalid_response", (_, response) => response.end('{"keys":{}}')],
  ["a dropped connection", "network", (_, response) => response.destroy()],
])("tries three times, then fails with the code of %s", async (_, code, failing) => {
  answer = failing;
  await expect(createKeySet(url, 5000).find("one")).rejects.toMatchObject({ code });
  expect(requests).toHaveLength(3);
});

test("does not repeat a request that was refused", async () => {
  answer = (_, response) => response.writeHead(401).end("{}");
  const result = createKeySet(url, 5000).find("one");
  await expect(result).rejects.toMatchObject({ code: "access_denied", status: 401 });
  expect(requests).toHaveLength(1);
});

test("a tenant that never answers ends in a timeout", async () => {
  answer = () => {};
  const result = createKeySet(url, 20).find("one");
  await expect(result).rejects.toMatchObject({ code: "timeout", details: { deadline: 20 } });
});

test("forgets a failure, so that the next find asks anew", async () => {
  answer = (_, response) => response.writeHead(401).end();
  const keys = createKeySet(url, 5000);
  await expect(keys.find("one")).rejects.toMatchObject({ code: "access_denied" });
  answer = json({ keys: [one] });
  expect(await keys.find("one")).toBeDefined();
});

test("a preload that fails is nobody's unhandled rejection", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  answer = (_, response) => response.writeHead(401).end();
  const keys = createKeySet(url, 5000);
  keys.preload();
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  // The find shares the failing fetch; a macrotask later Node would have told.
  await keys.find("one").catch(() => {});
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("an empty set has no key", async () => {
  answer = json({ keys: [] });
  const keys = createKeySet(url, 5000);
  expect(await keys.find("one")).toBeUndefined();
  expect(await keys.find(undefined)).toBeUndefined();
});
