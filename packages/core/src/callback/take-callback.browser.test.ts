import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parseResponse } from "./parse-response.js";
import { takeCallback } from "./take-callback.js";

const home = window.location.href;
const redirectUri = `${window.location.origin}/callback`;
const tokens = "access_token=at&id_token=a.b.c&token_type=Bearer&expires_in=60&state=s";

const at = (address: string, state: unknown = null) =>
  window.history.replaceState(state, "", address);
const address = () => window.location.pathname + window.location.search + window.location.hash;

/** What was taken, as far as it can be read. */
function taken(page = redirectUri) {
  const { search = "", hash = "" } = takeCallback(page) ?? {};
  return parseResponse(search, hash);
}

let entries: number;
beforeEach(() => {
  entries = window.history.length;
});
afterEach(() => {
  if (window.history.length !== entries) throw new Error("An entry was added to the history.");
  vi.restoreAllMocks();
  at(home);
});

test.each([
  ["a code", "/callback?code=abc&state=s", "code", "/callback"],
  ["tokens", `/callback#${tokens}`, "tokens", "/callback"],
  [
    "an error in the query",
    "/callback?error=access_denied&error_description=No&state=s",
    "error",
    "/callback",
  ],
  ["an error in the fragment", "/callback#error=access_denied&state=s", "error", "/callback"],
  ["a malformed response", "/callback?code=abc&state[]=s", "malformed", "/callback"],
  ["tokens that never belonged into the query", `/callback?${tokens}`, "malformed", "/callback"],
  ["tokens without a state", "/callback#access_token=at", "malformed", "/callback"],
  ["tokens and a code", `/callback?code=abc&state=s#${tokens}`, "tokens", "/callback"],
  [
    "a code with its companions",
    "/callback?code=abc&state=s&iss=i&session_state=x&scope=y",
    "code",
    "/callback",
  ],
  [
    "the app's own query",
    "/callback?tab=2&code=abc&state=s&q=a+b&q=c",
    "code",
    "/callback?tab=2&q=a+b&q=c",
  ],
  [
    "the app's own query before tokens",
    `/callback?tab=2&flag#${tokens}`,
    "tokens",
    "/callback?tab=2&flag",
  ],
  ["the app's own fragment", "/callback?code=abc&state=s#chapter-2", "code", "/callback#chapter-2"],
  ["a provider's leftover", "/callback?code=abc&state=s#_=_", "code", "/callback#_=_"],
  [
    "a state of the app's own behind tokens",
    `/callback?state=open#${tokens}`,
    "tokens",
    "/callback?state=open",
  ],
])("takes %s out of the address, and nothing else", (_, from, kind, to) => {
  at(from);
  expect(taken().kind).toBe(kind);
  expect(address()).toBe(to);
});

test("has taken it before anything else can run", () => {
  at("/callback?code=abc&state=s");
  const replaced = vi.spyOn(window.history, "replaceState");
  const response = takeCallback(redirectUri);
  expect(response).toEqual({ search: "?code=abc&state=s", hash: "" });
  expect(replaced).toHaveBeenCalledOnce();
  expect(window.location.href).not.toContain("abc");
});

test("finds nothing the second time", () => {
  at("/callback?code=abc&state=s");
  takeCallback(redirectUri);
  expect(takeCallback(redirectUri)).toBeUndefined();
});

test("keeps the router's state of this entry", () => {
  at("/callback?code=abc&state=s", { key: "router" });
  takeCallback(redirectUri);
  expect(window.history.state).toEqual({ key: "router" });
});

test.each([
  ["/callback", "/callback/"],
  ["/callback/", "/callback"],
])("asked for on %s takes it on %s: some hosts add a slash, or drop it", (asked, path) => {
  at(`${path}?code=abc&state=s`);
  expect(taken(window.location.origin + asked)).toMatchObject({ kind: "code", code: "abc" });
  expect(address()).toBe(path);
});

describe("leaves the address alone", () => {
  test.each([
    ["on another path", "/orders?code=abc&state=s"],
    ["on a path below", "/callback/more?code=abc&state=s"],
    ["on the path in capitals", "/CALLBACK?code=abc&state=s"],
    ["without a response", "/callback?tab=2&q=a%20b#chapter-2"],
    ["with a code and no state", "/callback?code=SUMMER24"],
    ["with much of the app's own", `/callback?q=${"x".repeat(20_000)}`],
  ])("%s", (_, from) => {
    at(from);
    const replaced = vi.spyOn(window.history, "replaceState");
    expect(takeCallback(redirectUri)).toBeUndefined();
    expect(replaced).not.toHaveBeenCalled();
    expect(address()).toBe(from);
  });
});

test("an origin alone means its root", () => {
  at("/?code=abc&state=s");
  expect(taken(window.location.origin).kind).toBe("code");
  expect(address()).toBe("/");
});
