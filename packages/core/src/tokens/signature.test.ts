import { compactVerify, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { isAuthError } from "../errors/auth-error.js";
import { importKey } from "./import-key.js";
import type { KeySet } from "./jwks.js";
import { createSecretKeySet } from "./secret-key-set.js";
import { verifyIdToken } from "./verify-id-token.js";

const now = 1_800_000_000;
const secret = "a-secret-of-at-least-thirty-two-bytes";
const claims = { iss: "https://tenant.example/", sub: "auth0|ada", aud: "spa" };
const expected = {
  issuer: claims.iss,
  clientId: claims.aud,
  accessToken: undefined,
  requireHash: false,
  leeway: 60,
  now: now * 1000,
};
let main: CryptoKeyPair;
let publicJwk: JWK;
let privateJwk: JWK;

beforeAll(async () => {
  main = await generateKeyPair("RS256", { extractable: true });
  publicJwk = await exportJWK(main.publicKey);
  privateJwk = await exportJWK(main.privateKey);
});

describe("a key of the tenant's", () => {
  const bytes = (text = "") => Buffer.from(text, "base64url");
  const cases: readonly [string, (jwk: JWK) => JWK][] = [
    ["as it should be", (jwk) => jwk],
    ["with padding", (jwk) => ({ ...jwk, n: `${jwk.n}==` })],
    ["in plain base64", (jwk) => ({ ...jwk, n: bytes(jwk.n).toString("base64") })],
    ["with a zero in front", (jwk) => ({ ...jwk, n: text([0, ...bytes(jwk.n)]) })],
    ["with a space in front", (jwk) => ({ ...jwk, n: ` ${jwk.n}` })],
    ["of another modulus", (jwk) => ({ ...jwk, n: text([...bytes(jwk.n)].toReversed()) })],
    ["cut short", (jwk) => ({ ...jwk, n: text([...bytes(jwk.n)].slice(1)) })],
    ["without a modulus", (jwk) => ({ ...jwk, n: "" })],
    ["without an exponent", (jwk) => ({ ...jwk, e: "" })],
    ["of another exponent", (jwk) => ({ ...jwk, e: "Aw" })],
    ["of the exponent 1", (jwk) => ({ ...jwk, e: "AQ" })],
    ["of an even exponent", (jwk) => ({ ...jwk, e: "Ag" })],
    ["of an exponent as long as the modulus", (jwk) => ({ ...jwk, e: jwk.n ?? "" })],
  ];

  // What an odd one is worth is WebCrypto's to say, and differs from one runtime to the next.
  test.each(cases)("%s verifies a token where jose says so", async (_, change) => {
    const jwk = change(publicJwk);
    const token = await signed();
    const { key } = (await importKey(jwk)) ?? {};
    expect(await isGood(token, key)).toBe(await isGoodToJose(token, jwk));
  });

  test.each<[string, (jwk: JWK) => JWK]>([
    ["with its private half", () => privateJwk],
    ["that says it signs", (jwk) => ({ ...jwk, key_ops: ["sign"] })],
    ["that says it may be exported", (jwk) => ({ ...jwk, ext: true })],
  ])("%s is its public half, for verifying, and cannot be exported", async (_, change) => {
    const { key } = (await importKey(change(publicJwk))) ?? {};
    expect(key).toMatchObject({ type: "public", usages: ["verify"], extractable: false });
    expect(await isGood(await signed(), key)).toBe(true);
  });

  test.each([1024, 2040])("of %i bits is as good as none", async (modulusLength) => {
    const scheme = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength };
    const publicExponent = new Uint8Array([1, 0, 1]);
    const weak = await crypto.subtle.generateKey({ ...scheme, publicExponent }, true, ["sign"]);
    const jwk = await crypto.subtle.exportKey("jwk", weak.publicKey);
    expect(await importKey({ kty: jwk.kty, n: jwk.n, e: jwk.e })).toBeUndefined();
  });
});

describe("a key that is not of the algorithm", () => {
  const hmac = { name: "HMAC", hash: "SHA-256" };

  test("a secret verifies no RS256 token, and a public key no HS256 token", async () => {
    const raw = Buffer.from(secret);
    const key = await crypto.subtle.importKey("raw", raw, hmac, false, ["sign", "verify"]);
    const forged = await signed(
      "RS256",
      await crypto.subtle.importKey("raw", raw, hmac, false, ["sign"]),
    );
    expect(await isGood(forged, key)).toBe(false);
    expect(await isGood(await signed(), main.publicKey, "HS256")).toBe(false);
  });

  test("neither does one that may not verify", async () => {
    expect(await isGood(await signed(), main.privateKey)).toBe(false);
  });

  test.each(["SHA-384", "SHA-512"])("a signature over %s is refused", async (hash) => {
    const scheme = { name: "RSASSA-PKCS1-v1_5", hash };
    const key = await crypto.subtle.importKey("jwk", privateJwk, scheme, false, ["sign"]);
    expect(await isGood(await signed("RS256", key), main.publicKey)).toBe(false);
  });
});

test("a secret verifies what jose signs with it, and nothing else", async () => {
  const sign = (by: string) =>
    new CompactSign(Buffer.from(payload()))
      .setProtectedHeader({ alg: "HS256" })
      .sign(Buffer.from(by));
  const key = await createSecretKeySet(secret).find(undefined);
  const token = await sign(secret);
  expect(await isGood(token, key, "HS256")).toBe(true);
  expect(await isGood(await sign(`${secret}.`), key, "HS256")).toBe(false);
  const [head, body, tail = ""] = token.split(".");
  for (const cut of [tail.slice(0, -4), "AAAA", `${tail.slice(0, -1)}AAAAA`]) {
    expect(await isGood(`${head}.${body}.${cut}`, key, "HS256")).toBe(false);
  }
});

/** A token whose header says `alg`, whatever the key signs with. */
async function signed(alg = "RS256", key = main.privateKey): Promise<string> {
  const header = text([...Buffer.from(JSON.stringify({ alg, typ: "JWT" }))]);
  const content = `${header}.${text([...Buffer.from(payload())])}`;
  const signature = await crypto.subtle.sign(key.algorithm, key, Buffer.from(content));
  return `${content}.${text([...new Uint8Array(signature)])}`;
}

function payload(): string {
  return JSON.stringify({ ...claims, iat: now - 5, exp: now + 3600 });
}

/** Whether a token is accepted by a set that has this one key. A refusal is told as one. */
async function isGood(
  token: string,
  key: CryptoKey | undefined,
  algorithm: KeySet["algorithm"] = "RS256",
): Promise<boolean> {
  const keys = { algorithm, find: async () => key, preload: () => {} };
  try {
    await verifyIdToken(token, expected, keys);
    return true;
  } catch (error) {
    if (!isAuthError(error, "invalid_token")) throw error;
    return false;
  }
}

async function isGoodToJose(token: string, jwk: JWK): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK(jwk, "RS256"), { algorithms: ["RS256"] });
    return true;
  } catch {
    return false;
  }
}

function text(bytes: readonly number[]): string {
  return Buffer.from(bytes).toString("base64url");
}
