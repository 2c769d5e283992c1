import { describe, expect, test } from "vitest";
import { readKeptSession, writeKeptSession } from "./kept-session.js";
import { accessTokenKey } from "./asked-for.js";
import { createSessionStore } from "./session-store.js";

const key = accessTokenKey({ scope: "openid" });
const session = {
  user: { sub: "auth0|ada" },
  expiresAt: 5,
  scope: ["openid"],
  hasRefreshToken: true,
};
const tokens = { idToken: "id", refreshToken: "rt", seenSilently: true, key };
const access = { value: "at", expiresAt: 5, idToken: "id", scope: "openid" };

/** The text of a session with two access tokens. */
function text(): string {
  const store = createSessionStore();
  store.begin(session, tokens, access);
  store.addAccessToken(accessTokenKey({ scope: "openid", audience: "api" }), {
    value: "other",
    expiresAt: 6,
  });
  return writeKeptSession(store, "tab") ?? "";
}

test("what is written is read back", () => {
  expect(readKeptSession(text())).toEqual({
    ...tokens,
    tab: "tab",
    since: expect.any(Number),
    subject: "auth0|ada",
    accessTokens: [
      [key, access],
      [accessTokenKey({ scope: "openid", audience: "api" }), { value: "other", expiresAt: 6 }],
    ],
  });
});

test("a session without a refresh token has none afterwards", () => {
  const store = createSessionStore();
  store.begin(session, { ...tokens, refreshToken: undefined }, access);
  const written = writeKeptSession(store, "tab") ?? "";
  expect(written).not.toContain("refreshToken");
  expect(readKeptSession(written)).toMatchObject({ idToken: "id" });
});

test("nobody is nothing", () => {
  const store = createSessionStore();
  expect(writeKeptSession(store, "tab")).toBeUndefined();
  store.begin(session, tokens, access);
  store.end("signed_out");
  expect(writeKeptSession(store, "tab")).toBeUndefined();
});

describe("what any script may have written is no session", () => {
  const whole = () => JSON.parse(text()) as Record<string, unknown>;

  test.each([null, "", "{", "null", "7", '"text"', "[]", "{}", "[[]]"])("%j", (wrong) => {
    expect(readKeptSession(wrong)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ["tab", undefined],
    ["tab", 7],
    ["subject", ""],
    ["subject", ["auth0|ada"]],
    ["idToken", undefined],
    ["idToken", { toString: "x" }],
    ["refreshToken", ""],
    ["refreshToken", null],
    ["seenSilently", "true"],
    ["key", "openid"],
    ["key", "[]"],
    ["key", '["","",7]'],
    ["key", '{"0":"","1":"","2":""}'],
    ["accessTokens", undefined],
    ["accessTokens", {}],
    ["accessTokens", [[]]],
    ["accessTokens", [[key]]],
    ["accessTokens", [[key, null]]],
    ["accessTokens", [[key, access, 1]]],
    ["accessTokens", [["", access]]],
    ["accessTokens", [[key, { ...access, value: "" }]]],
    ["accessTokens", [[key, { ...access, expiresAt: "5" }]]],
    ["accessTokens", [[key, { ...access, expiresAt: null }]]],
    ["accessTokens", [[key, { ...access, idToken: 7 }]]],
    ["accessTokens", [[key, { ...access, scope: ["openid"] }]]],
  ])("with %s as %j", (name, value) => {
    expect(readKeptSession(JSON.stringify(whole()))).toBeDefined();
    expect(readKeptSession(JSON.stringify({ ...whole(), [name]: value }))).toBeUndefined();
  });
});
