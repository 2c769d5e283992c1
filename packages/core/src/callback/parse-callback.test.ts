import { expect, test, vi } from "vitest";
import { parseCallback } from "./parse-callback.js";

const code = "code=abc&state=s";
const tokens = "access_token=at&id_token=a.b.c&token_type=Bearer&expires_in=60&state=s";

test.each([
  ["an address", `https://app.example/callback?tab=2&${code}#top`, "query"],
  ["a path", `/callback?${code}`, "query"],
  ["a query", `?${code}`, "query"],
  ["an address with a fragment", `https://app.example/#${code}`, "fragment"],
  ["a fragment", `#${code}`, "fragment"],
  ["a fragment with a question mark", `/?tab=2#${code}&scope=a?b`, "fragment"],
])("reads a code in %s", (_, url, channel) => {
  expect(parseCallback(url)).toEqual({ kind: "code", code: "abc", state: "s", channel });
});

test.each([`https://app.example/?tab=2#${tokens}`, `#${tokens}`])("reads tokens in %s", (url) => {
  expect(parseCallback(url)).toMatchObject({ kind: "tokens", tokens: { accessToken: "at" } });
});

test("reads a failure", () => {
  expect(parseCallback("?error=access_denied&state=s")).toEqual({
    kind: "error",
    error: "access_denied",
    state: "s",
  });
});

test.each([
  ["nothing", ""],
  ["a path", "/callback"],
  ["parameters that are none of an answer's", "?tab=2#chapter"],
  ["an answer without its mark", code],
  ["a query of a route's in the fragment", `/#/orders?${code}`],
])("finds none in %s", (_, url) => {
  expect(parseCallback(url)).toEqual({ kind: "none" });
});

test.each([
  ["a doubled state", `?${code}&state=t`],
  ["tokens in the query", `?${tokens}`],
  ["tokens in a second fragment", `#chapter#&${tokens}&state=t`],
  ["control characters", "?code=a%00b&state=s"],
  ["more than 16 kB", `?${code}&scope=${"x".repeat(17_000)}`],
])("calls %s malformed", (_, url) => {
  expect(parseCallback(url)).toMatchObject({ kind: "malformed" });
});

test.each([null, 7, {}, [], Symbol("x"), new URL("https://app.example/?code=a&state=s")])(
  "finds none in what is no text, and does not throw: %s",
  (url) => {
    expect(parseCallback(url as unknown as string)).toEqual({ kind: "none" });
  },
);

test("reads this page's address where none is given, and has none on a server", () => {
  expect(parseCallback()).toEqual({ kind: "none" });
  vi.stubGlobal("location", { href: `https://app.example/?${code}` });
  expect(parseCallback()).toMatchObject({ kind: "code" });
  vi.unstubAllGlobals();
});
