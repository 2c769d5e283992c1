import { describe, expect, test } from "vitest";
import { parseResponse } from "./parse-response.js";
import { readMessage } from "./read-message.js";

const state = "the-state";
const tokens = `access_token=at&id_token=a.b.c&token_type=Bearer&expires_in=7200`;

describe("reads what the tenant answers", () => {
  test("a code in the query", () => {
    expect(parseResponse(`?code=abc&state=${state}`, "")).toStrictEqual({
      kind: "code",
      channel: "query",
      state,
      code: "abc",
    });
  });

  test("a code in the fragment, and that it stood there", () => {
    const response = { kind: "code", channel: "fragment", state, code: "abc" };
    expect(parseResponse("", `#code=abc&state=${state}`)).toEqual(response);
  });

  test("tokens in the fragment", () => {
    expect(parseResponse("", `#${tokens}&scope=openid%20email&state=${state}`)).toEqual({
      kind: "tokens",
      state,
      tokens: { accessToken: "at", idToken: "a.b.c", expiresIn: 7200, scope: "openid email" },
    });
  });

  test.each(["bearer", "BEARER", "Bearer"])("the token type %s in any case", (type) => {
    const hash = `#${tokens.replace("Bearer", type)}&state=${state}`;
    expect(parseResponse("", hash).kind).toBe("tokens");
  });

  test.each([
    ["query", `?error=access_denied&state=${state}`, ""],
    ["fragment", "", `#error=access_denied&error_description=No&state=${state}`],
  ])("an error in the %s, and none of its text", (_, search, hash) => {
    const response = { kind: "error", state, error: "access_denied" };
    expect(parseResponse(search, hash)).toStrictEqual(response);
  });

  test.each([
    ["login_required", "Multifactor%20authentication%20required", "mfa_required"],
    ["login_required", "Login%20required", "login_required"],
    ["access_denied", "Multifactor%20authentication%20required", "access_denied"],
  ])("%s because of %s as %s", (error, why, read) => {
    const hash = `#error=${error}&error_description=${why}&state=s`;
    expect(parseResponse("", hash)).toMatchObject({ error: read });
  });

  test.each([
    ["https://tenant.example/", "https%3A%2F%2Ftenant.example%2F"],
    ["", ""],
  ])("who has answered, where it says so: %j", (issuer, written) => {
    const response = { kind: "code", channel: "query", state, code: "abc", issuer };
    expect(parseResponse(`?code=abc&state=${state}&iss=${written}`, "")).toEqual(response);
  });

  test("beside parameters that it does not know", () => {
    expect(parseResponse(`?a=1&a=2&b[]=3&code=abc&state=${state}&__proto__[x]=1`, "")).toEqual({
      kind: "code",
      channel: "query",
      state,
      code: "abc",
    });
  });

  test("16 KB of it, to the character", () => {
    const code = (length: number) => {
      const rest = `code=&state=${state}`;
      return `?code=${"x".repeat(length - rest.length)}&state=${state}`;
    };
    expect(parseResponse(code(16_384), "").kind).toBe("code");
    expect(parseResponse(code(16_385), "").kind).toBe("malformed");
  });
});

describe("leaves alone what is no response", () => {
  test.each([
    ["nothing", "", ""],
    ["a code without a state", "?code=SUMMER24", ""],
    ["a state without a code", "?state=open", ""],
    ["an error without a state", "?error=oops", ""],
    ["an anchor", "", "#chapter-2"],
    ["a route", "", "#/orders?state=open&page=2"],
    ["only the app's own", "?tab=1", "#_=_"],
    ["much of the app's own", `?q=${"x".repeat(20_000)}`, `#${"y".repeat(20_000)}`],
  ])("%s", (_, search, hash) => {
    expect(parseResponse(search, hash)).toEqual({ kind: "none" });
  });
});

const malformed: [id: string, search: string, hash: string][] = [
  // State: absent, empty, an array, twice.
  ["tokens without a state", "", `#${tokens}`],
  ["an ID token alone without a state", "", "#id_token=a.b.c"],
  ["an access token in the query without a state", "?access_token=at", ""],
  ["an empty state", "", `#${tokens}&state=`],
  ["an empty state with a code", "?code=abc&state=", ""],
  ["state as an array", `?code=abc&state[]=${state}`, ""],
  ["state as an object", `?code=abc&state[a]=${state}`, ""],
  ["two states", `?code=abc&state=${state}&state=${state}`, ""],
  ["a state and an array of one", `?code=abc&state=${state}&state[]=x`, ""],
  // Completeness, and belonging to one response type.
  ["no id_token", "", `#access_token=at&token_type=Bearer&expires_in=60&state=${state}`],
  ["no access_token", "", `#id_token=a.b.c&token_type=Bearer&expires_in=60&state=${state}`],
  ["an empty access_token", "", `#${tokens.replace("=at", "=")}&state=${state}`],
  ["an empty id_token", "", `#${tokens.replace("=a.b.c", "=")}&state=${state}`],
  ["an empty code", `?code=&state=${state}`, ""],
  ["a refresh token in the fragment", "", `#${tokens}&refresh_token=rt&state=${state}`],
  ["a code beside tokens", "", `#${tokens}&code=abc&state=${state}`],
  ["tokens in the query", `?${tokens}&state=${state}`, ""],
  ["tokens and an error", "", `#${tokens}&error=access_denied&state=${state}`],
  ["tokens and an empty error", "", `#${tokens}&error=&state=${state}`],
  ["a code and an error", `?code=abc&error=access_denied&state=${state}`, ""],
  ["an empty error", `?error=&state=${state}`, ""],
  ["an access token and an error", "", `#access_token=at&error=access_denied&state=${state}`],
  ["an ID token and an error", "", `#id_token=a.b.c&error=access_denied&state=${state}`],
  ["a code and an access token", "", `#code=abc&access_token=at&state=${state}`],
  ["a code and an ID token", "", `#code=abc&id_token=a.b.c&state=${state}`],
  // Shape.
  ["id_token as an array", "", `#${tokens.replace("id_token", "id_token[]")}&state=${state}`],
  ["two access tokens", "", `#${tokens}&access_token=at&state=${state}`],
  ["two codes", `?code=abc&code=def&state=${state}`, ""],
  ["an object as the description", `?error=x&error_description[a]=b&state=${state}`, ""],
  ["two descriptions", `?error=x&error_description=a&error_description=b&state=${state}`, ""],
  ["a prototype behind a token", "", `#${tokens}&access_token[__proto__]=x&state=${state}`],
  ["a NUL in the state", `?code=abc&state=a%00b`, ""],
  ["a line break in the error", `?error=a%0Ab&state=${state}`, ""],
  // Encoding and size.
  ["a space inside a token", "", `#${tokens.replace("=at", "=a%20t")}&state=${state}`],
  ["a space inside an ID token", "", `#${tokens.replace("a.b", "a.%20b")}&state=${state}`],
  ["a no-break space inside a token", "", `#${tokens.replace("=at", "=a%C2%A0t")}&state=${state}`],
  ["a second #", "", `##${tokens}&state=${state}`],
  ["a router's prefix", "", `#/${tokens}&state=${state}`],
  ["more than 16 KB", "", `#${tokens}&state=${state}&scope=${"x".repeat(16_384)}`],
  ["a thousand states", "", `#${tokens}${`&state=${state}`.repeat(1000)}`],
  // Numbers and words.
  ...["abc", "0", "-1", "1.5", "1e3", "0x10", "31536001", "9".repeat(400), "", " 60"].map(
    (value): [string, string, string] => [
      `expires_in=${value.slice(0, 10)}`,
      "",
      `#${tokens.replace("7200", encodeURIComponent(value))}&state=${state}`,
    ],
  ),
  ["no expires_in", "", `#${tokens.replace("&expires_in=7200", "")}&state=${state}`],
  ["another token type", "", `#${tokens.replace("Bearer", "mac")}&state=${state}`],
  ["no token type", "", `#${tokens.replace("&token_type=Bearer", "")}&state=${state}`],
];

test.each(malformed)("calls malformed: %s", (_, search, hash) => {
  expect(parseResponse(search, hash).kind).toBe("malformed");
});

test.each([
  ["a parameter that is no plain text", `?code=a%00b&state=${state}`, state],
  ["parameters of two kinds", `?code=abc&error=oops&state=${state}`, state],
  ["tokens in the query", `?${tokens}&state=${state}`, state],
  ["two states", `?code=abc&state=${state}&state=${state}`, undefined],
  ["no text as its state", `?code=abc&state=`, undefined],
])("a malformed response with %s tells whose it is only if it is certain", (_, search, whose) => {
  const response = { kind: "malformed", ...(whose !== undefined && { state: whose }) };
  expect(parseResponse(search, "")).toStrictEqual(response);
});

describe("a message", () => {
  test.each([
    ["a code", { code: "abc", state }, { kind: "code", state, code: "abc", channel: "message" }],
    [
      "an error",
      { error: "login_required", state },
      { kind: "error", state, error: "login_required" },
    ],
    [
      "tokens with a number of seconds",
      { access_token: "at", id_token: "a.b.c", token_type: "Bearer", expires_in: 60, state },
      { kind: "tokens", state, tokens: { accessToken: "at", idToken: "a.b.c", expiresIn: 60 } },
    ],
  ])("may carry %s", (_, message, response) => {
    expect(readMessage(message)).toStrictEqual(response);
  });

  test.each<[string, Record<string, unknown>]>([
    ["nothing", {}],
    ["no state", { code: "abc" }],
    ["a code that is an object", { code: {}, state }],
    ["a code that is an array", { code: ["abc"], state }],
    ["a code that is null", { code: null, state }],
    ["a state alone", { state }],
    ["a code of more than 16 KB", { code: "x".repeat(16_385), state }],
    ["an error that is true", { error: true, state }],
    [
      "a fraction of seconds",
      { access_token: "a", id_token: "b", token_type: "Bearer", expires_in: 0.5, state },
    ],
    [
      "no number of seconds",
      { access_token: "a", id_token: "b", token_type: "Bearer", expires_in: Number.NaN, state },
    ],
    ["a code and tokens", { code: "abc", access_token: "at", id_token: "a", state }],
    ["a refresh token", { code: "abc", refresh_token: "rt", state }],
    ["only inherited fields", Object.create({ code: "abc", state }) as Record<string, unknown>],
  ])("with %s is malformed", (_, message) => {
    expect(readMessage(message).kind).toBe("malformed");
  });

  test("may be of 16 KB in each field, to the character", () => {
    expect(readMessage({ code: "x".repeat(16_384), state }).kind).toBe("code");
  });
});
