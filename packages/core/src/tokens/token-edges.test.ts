import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { keySetOf, makeKey, publicJwk, signedToken } from "../../test/signed-tokens.js";
import { isAuthError } from "../errors/auth-error.js";
import type { Expectations } from "./claims.js";
import { importKey } from "./import-key.js";
import { createSecretKeySet } from "./secret-key-set.js";
import { verifyIdToken } from "./verify-id-token.js";

/** Seconds since 1970. */
const now = 1_800_000_000;
const key = makeKey();
const keys = await keySetOf(key, "main");
const header = JSON.stringify({ alg: "RS256", kid: "main" });
const expected: Expectations = {
  issuer: "https://tenant.example/",
  clientId: "spa",
  accessToken: undefined,
  requireHash: false,
  leeway: 60,
  now: now * 1000,
};

const claims = (over: object = {}) => ({
  iss: expected.issuer,
  sub: "auth0|ada",
  aud: "spa",
  iat: now - 5,
  exp: now + 3600,
  ...over,
});
const token = (over: object = {}) => signedToken(key, header, JSON.stringify(claims(over)));
const leftHalf = (text: string) =>
  createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");

/** The details of the refusal; undefined for a token that is believed. */
async function refusalOf(text: string, over: Partial<Expectations> = {}, by = keys) {
  try {
    await verifyIdToken(text, { ...expected, ...over }, by);
    return undefined;
  } catch (error) {
    if (!isAuthError(error, "invalid_token")) throw error;
    return error.details;
  }
}

test.each<[string, object]>([
  ["a subject of one character", { sub: "x" }],
  ["a login in this second, where nobody asks for its age", { auth_time: now }],
  ["a login under the leeway ahead", { auth_time: now + 60 }],
  ["no beginning of its time, told as zero", { nbf: 0 }],
  ["a hash of an access token that is not at hand", { at_hash: leftHalf("another") }],
])("believes %s", async (_, over) => {
  expect(await refusalOf(token(over))).toBeUndefined();
});

test("a required hash is none where there is no access token, not even the one of nothing", async () => {
  for (const at_hash of [undefined, leftHalf(""), leftHalf("undefined")]) {
    const refusal = await refusalOf(token({ at_hash }), { requireHash: true });
    expect(refusal).toEqual({ reason: "access_token_hash" });
  }
});

test("16 384 characters are a token, and one more is none", async () => {
  expect(await refusalOf(tokenOf(16_384))).toBeUndefined();
  expect(await refusalOf(tokenOf(16_385))).toEqual({ reason: "format" });
});

/** A good token of so many characters. */
function tokenOf(length: number): string {
  const found = [0, 1, 2].flatMap((more) => {
    const head = JSON.stringify({ alg: "RS256", kid: "main", more: "x".repeat(more) });
    const rest = length - signedToken(key, head, JSON.stringify(claims({ fill: "" }))).length;
    return [-2, -1, 0].map((less) => {
      const fill = "x".repeat(Math.floor((rest * 3) / 4) + less);
      return signedToken(key, head, JSON.stringify(claims({ fill })));
    });
  });
  return found.find((one) => one.length === length) ?? "no such token";
}

test("a refusal tells its reason and nothing else", async () => {
  const refusal = await refusalOf(token({ iss: "https://other.example/" }));
  expect(Object.keys(refusal ?? {})).toEqual(["reason"]);
});

test("a signature that is no bytes is refused before a key is asked for", async () => {
  let asked = 0;
  const counting = { ...keys, find: async () => void (asked += 1) as undefined };
  const unsigned = token().slice(0, token().lastIndexOf(".") + 1);
  for (const signature of ["", "=", "A", "!!!!"]) {
    expect(await refusalOf(unsigned + signature, {}, counting)).toEqual({ reason: "signature" });
  }
  expect(asked).toBe(0);
});

test.each([undefined, null, 7, "main", true, [], {}])("%j is no key", async (jwk) => {
  expect(await importKey(jwk)).toBeUndefined();
});

test.each(["n", "e"])("a key whose %s stands in a list is none", async (name) => {
  const jwk = publicJwk(key, "main");
  expect(await importKey({ ...jwk, [name]: [jwk[name]] })).toBeUndefined();
});

test("a key without a name of text has none", async () => {
  const imported = await importKey({ ...publicJwk(key, "main"), kid: 7 });
  expect(Object.keys(imported ?? {})).toEqual(["key"]);
});

test("a secret verifies HS256, is made a key once, and cannot be had back", async () => {
  const secrets = createSecretKeySet("a-secret-of-at-least-thirty-two-bytes");
  secrets.preload();
  const found = await secrets.find(undefined);
  expect(secrets.algorithm).toBe("HS256");
  expect(await secrets.find("any")).toBe(found);
  expect(found).toMatchObject({ type: "secret", extractable: false, usages: ["verify"] });
});
