import { expect, test } from "vitest";
import type { JsonObject } from "../transport/request.js";
import { readTokenResponse } from "./token-response.js";

const good = { access_token: "at", token_type: "Bearer", expires_in: 7200 };

test("reads the tokens and nothing else", () => {
  const body = { ...good, id_token: "a.b.c", refresh_token: "rt", scope: "openid", mfa_token: "x" };
  expect(readTokenResponse(body)).toEqual({
    accessToken: "at",
    idToken: "a.b.c",
    refreshToken: "rt",
    expiresIn: 7200,
    scope: "openid",
  });
});

test("tells the recovery code that takes the place of a spent one", () => {
  expect(readTokenResponse({ ...good, recovery_code: "NEXT", scope: "" })).toEqual({
    accessToken: "at",
    expiresIn: 7200,
    recoveryCode: "NEXT",
    scope: "",
  });
});

test.each<[string, JsonObject]>([
  ["a second", { ...good, expires_in: 1 }],
  ["a lifetime in digits", { ...good, expires_in: "7200" }],
  ["a token type in another case", { ...good, token_type: "bearer" }],
  ["a year", { ...good, expires_in: 31_536_000 }],
])("accepts %s", (_, body) => {
  expect(readTokenResponse(body).accessToken).toBe("at");
});

test.each<[string, JsonObject]>([
  ["an empty object", {}],
  ["an empty error", { error: "" }],
  ["an empty token", { ...good, access_token: "" }],
  ["a token that is an object", { ...good, access_token: {} }],
  ["no token type", { ...good, token_type: undefined }],
  ["a token type that is a number", { ...good, token_type: 1 }],
  ["another token type", { ...good, token_type: "DPoP" }],
  ["no lifetime", { ...good, expires_in: undefined }],
  ["a lifetime of 0", { ...good, expires_in: 0 }],
  ["a lifetime below 0", { ...good, expires_in: -1 }],
  ["a fraction of a second", { ...good, expires_in: 0.5 }],
  ["more than a year", { ...good, expires_in: 31_536_001 }],
  ["endless life", { ...good, expires_in: Number.POSITIVE_INFINITY }],
  ["a lifetime in words", { ...good, expires_in: "1e3" }],
  ["a lifetime with a sign", { ...good, expires_in: "+7200" }],
  ["a lifetime with a unit", { ...good, expires_in: "7200 " }],
  ["a lifetime of nothing", { ...good, expires_in: "" }],
  ["a lifetime in an array", { ...good, expires_in: [7200] }],
])("refuses %s as a success", (_, body) => {
  expect(() => readTokenResponse(body)).toThrow(
    expect.objectContaining({ code: "invalid_response" }),
  );
});

test.each<[string, JsonObject]>([
  ["an ID token that is an object", { ...good, id_token: {} }],
  ["an empty ID token", { ...good, id_token: "" }],
  ["a refresh token that is null", { ...good, refresh_token: null }],
  ["a scope that is an array", { ...good, scope: ["openid"] }],
  ["a recovery code that is none", { ...good, recovery_code: "" }],
  ["a recovery code that is a number", { ...good, recovery_code: 1 }],
])("leaves out %s", (_, body) => {
  expect(readTokenResponse(body)).toStrictEqual({ accessToken: "at", expiresIn: 7200 });
});
