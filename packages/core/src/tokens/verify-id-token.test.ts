import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAuthError } from "../errors/auth-error.js";
import type { TokenDefect } from "../errors/error-details.js";
import type { Expectations } from "./claims.js";
import { createKeySet, type KeySet } from "./jwks.js";
import { verifyIdToken } from "./verify-id-token.js";

/** Seconds. */
const now = 1_800_000_000;
const issuer = "https://tenant.example/";
const clientId = "spa";
const accessToken = "an-access-token";
/** Left half of the SHA-256 of the access token above, worked out in `beforeAll`. */
let atHash: string;
let main: CryptoKeyPair;
let other: CryptoKeyPair;
let keySet: KeySet;

beforeAll(async () => {
  main = await generateKeyPair("RS256", { extractable: true });
  other = await generateKeyPair("RS256", { extractable: true });
  const digest = await crypto.subtle.digest("SHA-256", Buffer.from(accessToken));
  atHash = Buffer.from(digest).subarray(0, 16).toString("base64url");
  keySet = keysOf({ main: main.publicKey });
});

type Json = Record<string, unknown>;

interface Case {
  readonly id: string;
  readonly reason: TokenDefect;
  readonly header?: Json;
  readonly claims?: Json;
  readonly expected?: Partial<Expectations>;
  readonly keys?: () => KeySet;
  /** Makes the token where header and claims are not enough. */
  readonly token?: () => Promise<string> | string;
}

const algorithm: Case[] = [
  {
    id: "alg none, no signature",
    reason: "algorithm",
    token: () => `${part({ alg: "none" })}.${part(claims())}.`,
  },
  { id: "alg none over a good signature", reason: "algorithm", header: { alg: "none" } },
  {
    id: "HS256 keyed with the public key",
    reason: "algorithm",
    token: async () => {
      const secret = Buffer.from(await exportSPKI(main.publicKey));
      const usage = { name: "HMAC", hash: "SHA-256" };
      const key = await crypto.subtle.importKey("raw", secret, usage, false, ["sign"]);
      const text = `${part({ alg: "HS256", kid: "main" })}.${part(claims())}`;
      const signature = await crypto.subtle.sign("HMAC", key, Buffer.from(text));
      return `${text}.${Buffer.from(signature).toString("base64url")}`;
    },
  },
  {
    id: "RS512 by the right key",
    reason: "algorithm",
    token: async () => {
      const key = await importJWK(await exportJWK(main.privateKey), "RS512");
      if (key instanceof Uint8Array) throw new Error("not an RSA key");
      return sign({ alg: "RS512", kid: "main" }, claims(), key);
    },
  },
  ...["rs256", "Rs256", "RS256 ", "PS256", "", null, 256, ["RS256"]].map((alg): Case => ({
    id: `alg ${JSON.stringify(alg)}`,
    reason: "algorithm",
    header: { alg },
  })),
  { id: "no alg", reason: "algorithm", header: { alg: undefined } },
];

const signature: Case[] = [
  {
    id: "signed by another key under the same kid",
    reason: "signature",
    token: () => sign(header(), claims(), other.privateKey),
  },
  { id: "empty signature", reason: "signature", token: () => withSignature(() => "") },
  { id: "one byte", reason: "signature", token: () => withSignature(() => "AA") },
  { id: "cut by a byte", reason: "signature", token: () => withSignature((s) => s.slice(0, -2)) },
  { id: "one byte more", reason: "signature", token: () => withSignature((s) => `${s}A`) },
  { id: "padded", reason: "signature", token: () => withSignature((s) => `${s}==`) },
  {
    id: "another spelling of the same bytes",
    reason: "signature",
    token: () => withSignature((s) => s.slice(0, -1) + nextLetter(s.at(-1))),
  },
  {
    id: "claims swapped under the signature",
    reason: "signature",
    token: async () => {
      const [head, , tail] = (await sign(header(), claims(), main.privateKey)).split(".");
      return `${head}.${part(claims({ sub: "auth0|eve" }))}.${tail}`;
    },
  },
  {
    id: "the right algorithm's key with another padding scheme",
    reason: "signature",
    token: async () => {
      const jwk = await exportJWK(main.privateKey);
      const key = await importJWK(jwk, "PS256");
      if (key instanceof Uint8Array) throw new Error("not an RSA key");
      return sign(header(), claims(), key, { name: "RSA-PSS", saltLength: 32 });
    },
  },
];

const headerExtensions: Case[] = [
  {
    id: "crit with an unknown name",
    reason: "header",
    header: { crit: ["https://x.example/y"], "https://x.example/y": 1 },
  },
  { id: "crit b64", reason: "header", header: { crit: ["b64"], b64: true } },
  { id: "empty crit", reason: "header", header: { crit: [] } },
  { id: "access token by type", reason: "header", header: { typ: "at+jwt" } },
  { id: "typ in another case", reason: "header", header: { typ: "jwt" } },
  { id: "typ no string", reason: "header", header: { typ: 1 } },
  { id: "kid a number", reason: "header", header: { kid: 1 } },
  { id: "kid null", reason: "header", header: { kid: null } },
];

const keyChoice: Case[] = [
  { id: "unknown kid", reason: "key", header: { kid: "gone" } },
  { id: "kid of a prototype member", reason: "key", header: { kid: "__proto__" } },
];

const claimRules: Case[] = [
  ...(
    [
      ["another tenant's", "https://other.example/"],
      ["without its slash", "https://tenant.example"],
      ["with a second slash", "https://tenant.example//"],
      ["in another scheme", "http://tenant.example/"],
      ["in capitals", "https://TENANT.example/"],
      ["on another port", "https://tenant.example:8443/"],
      ["missing", undefined],
      ["null", null],
      ["in an array", [issuer]],
    ] as const
  ).map(([id, iss]): Case => ({ id: `iss ${id}`, reason: "issuer", claims: { iss } })),
  ...(
    [
      ["of another client", "other"],
      ["missing", undefined],
      ["null", null],
      ["empty array", []],
      ["empty text", ""],
      ["with a further audience", [clientId, "https://api.example"]],
      ["of two others", ["a", "b"]],
      ["an object", { 0: clientId }],
      ["nested", [[clientId]]],
    ] as const
  ).map(([id, aud]): Case => ({
    id: `aud ${id}`,
    reason: "audience",
    claims: { aud, azp: clientId },
  })),
  { id: "one aud, foreign azp", reason: "authorized_party", claims: { azp: "other" } },
  { id: "one aud, azp null", reason: "authorized_party", claims: { azp: null } },
  { id: "several aud, no azp", reason: "authorized_party", claims: { aud: [clientId, clientId] } },
  {
    id: "several aud, foreign azp",
    reason: "authorized_party",
    claims: { aud: [clientId, clientId], azp: "other" },
  },
  ...[undefined, null, "", 7, ["a"], "x".repeat(256)].map((sub): Case => ({
    id: `sub ${JSON.stringify(sub)?.slice(0, 20)}`,
    reason: "subject",
    claims: { sub },
  })),
  ...[undefined, null, "", "wrong", "the-nonce ", ["the-nonce"]].map((nonce): Case => ({
    id: `nonce ${JSON.stringify(nonce)}`,
    reason: "nonce",
    claims: { nonce },
  })),
];

const noDates: readonly unknown[] = [
  "1800003600",
  1_800_003_600.5,
  -1,
  1e11,
  1e300,
  null,
  true,
  [1_800_003_600],
];
const dates: Case[] = [
  ...noDates.map((exp): Case => ({
    id: `exp ${JSON.stringify(exp)}`,
    reason: "expired",
    claims: { exp },
  })),
  ...noDates.map((iat): Case => ({
    id: `iat ${JSON.stringify(iat)}`,
    reason: "issued_in_future",
    claims: { iat },
  })),
  ...noDates.map((nbf): Case => ({
    id: `nbf ${JSON.stringify(nbf)}`,
    reason: "not_yet_valid",
    claims: { nbf },
  })),
  ...noDates.map((auth_time): Case => ({
    id: `auth_time ${JSON.stringify(auth_time)}`,
    reason: "authentication_time",
    claims: { auth_time },
  })),
  { id: "exp missing", reason: "expired", claims: { exp: undefined } },
  { id: "iat missing", reason: "issued_in_future", claims: { iat: undefined } },
  {
    id: "expired this second, leeway 0",
    reason: "expired",
    claims: { exp: now },
    expected: { leeway: 0 },
  },
  {
    id: "expired 30 s ago, leeway 0",
    reason: "expired",
    claims: { exp: now - 30 },
    expected: { leeway: 0 },
  },
  { id: "expired exactly the leeway ago", reason: "expired", claims: { exp: now - 60 } },
  { id: "expired 70 s ago", reason: "expired", claims: { exp: now - 70 } },
  { id: "issued in 61 s", reason: "issued_in_future", claims: { iat: now + 61 } },
  {
    id: "issued in 1 s, leeway 0",
    reason: "issued_in_future",
    claims: { iat: now + 1 },
    expected: { leeway: 0 },
  },
  {
    id: "issued ten years ahead",
    reason: "issued_in_future",
    claims: { iat: now + 315_360_000, exp: now + 315_370_000 },
  },
  {
    id: "issued more than a day ago",
    reason: "issued_too_long_ago",
    claims: { iat: now - 86_461 },
  },
  { id: "valid in 61 s", reason: "not_yet_valid", claims: { nbf: now + 61 } },
  {
    id: "valid in 1 s, leeway 0",
    reason: "not_yet_valid",
    claims: { nbf: now + 1 },
    expected: { leeway: 0 },
  },
];

const maxAge: Case[] = [
  {
    id: "maxAge 0, auth_time an hour ago",
    reason: "authentication_time",
    claims: { auth_time: now - 3600 },
    expected: { maxAge: 0 },
  },
  {
    id: "maxAge 0, auth_time a second ago, leeway 0",
    reason: "authentication_time",
    claims: { auth_time: now - 1 },
    expected: { maxAge: 0, leeway: 0 },
  },
  { id: "maxAge 0, no auth_time", reason: "authentication_time", expected: { maxAge: 0 } },
  { id: "maxAge 60, no auth_time", reason: "authentication_time", expected: { maxAge: 60 } },
  {
    id: "maxAge 60, auth_time too old",
    reason: "authentication_time",
    claims: { auth_time: now - 121 },
    expected: { maxAge: 60 },
  },
  {
    id: "auth_time in the future",
    reason: "authentication_time",
    claims: { auth_time: now + 61 },
    expected: { maxAge: 60 },
  },
];

const binding: Case[] = [
  {
    id: "at_hash wrong",
    reason: "access_token_hash",
    claims: { at_hash: "AAAAAAAAAAAAAAAAAAAAAA" },
  },
  {
    id: "at_hash missing where it is required",
    reason: "access_token_hash",
    expected: { requireHash: true },
  },
  { id: "at_hash null", reason: "access_token_hash", claims: { at_hash: null } },
  { id: "at_hash empty", reason: "access_token_hash", claims: { at_hash: "" } },
  { id: "at_hash no string", reason: "access_token_hash", claims: { at_hash: {} } },
];

const structure: Case[] = [
  ...[null, [], "text", 7, true].flatMap((value): Case[] => [
    {
      id: `payload ${JSON.stringify(value)}`,
      reason: "format",
      token: () => sign(header(), value, main.privateKey),
    },
    {
      id: `header ${JSON.stringify(value)}`,
      reason: "format",
      token: () => sign(value, claims(), main.privateKey),
    },
  ]),
  { id: "empty text", reason: "format", token: () => "" },
  { id: "two parts", reason: "format", token: () => `${part(header())}.${part(claims())}` },
  { id: "four parts", reason: "format", token: async () => `${await good()}.AA` },
  { id: "five empty parts", reason: "format", token: () => "...." },
  {
    id: "more than 16 KB",
    reason: "format",
    token: () => sign(header(), claims({ pad: "x".repeat(16_384) }), main.privateKey),
  },
  { id: "spaces around it", reason: "format", token: async () => ` ${await good()} ` },
  {
    id: "plain base64",
    reason: "format",
    token: () =>
      `${Buffer.from('{"alg":"RS256","k":"~~~~"}').toString("base64")}.${part(claims())}.AA`,
  },
  {
    id: "no JSON in the payload",
    reason: "format",
    token: () => `${part(header())}.${Buffer.from("{").toString("base64url")}.AA`,
  },
  {
    id: "payload no UTF-8",
    reason: "format",
    token: () =>
      `${part(header())}.${Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]).toString("base64url")}.AA`,
  },
];

const organization: Case[] = [
  { id: "no org_id", reason: "organization", expected: { organization: "org_abc" } },
  {
    id: "another org_id",
    reason: "organization",
    claims: { org_id: "org_xyz" },
    expected: { organization: "org_abc" },
  },
  {
    id: "an org_id that only begins alike",
    reason: "organization",
    claims: { org_id: "org_abcd" },
    expected: { organization: "org_abc" },
  },
  {
    id: "the id asked for as the name alone",
    reason: "organization",
    claims: { org_name: "org_abc" },
    expected: { organization: "org_abc" },
  },
  {
    id: "no org_name",
    reason: "organization",
    claims: { org_id: "org_abc" },
    expected: { organization: "analysts" },
  },
  {
    id: "another org_name",
    reason: "organization",
    claims: { org_name: "observers" },
    expected: { organization: "analysts" },
  },
  {
    id: "an org_name that is no text",
    reason: "organization",
    claims: { org_name: ["analysts"] },
    expected: { organization: "analysts" },
  },
];

describe.each([
  ["algorithm", algorithm],
  ["signature", signature],
  ["header extensions", headerExtensions],
  ["key choice", keyChoice],
  ["registered claims", claimRules],
  ["dates", dates],
  ["maxAge", maxAge],
  ["organization", organization],
  ["binding to the access token", binding],
  ["structure", structure],
])("refuses a token by its %s", (_, cases) => {
  test.each(cases)("$id: $reason", async (one) => {
    expect(await defect(one)).toBe(one.reason);
  });
});

describe("refuses an unusable key in the tenant's set", () => {
  let served: readonly unknown[] = [];
  const server = createServer((_, response) => response.end(JSON.stringify({ keys: served })));
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const rsa = async () => ({ ...(await exportJWK(main.publicKey)), kid: "main" });
  test.each([
    ["of another type under the same kid", async () => ({ ...(await ecKey()), kid: "main" })],
    ["whose type is said to be another", async () => ({ ...(await rsa()), kty: "EC" })],
    ["for encryption", async () => ({ ...(await rsa()), use: "enc" })],
    ["for another algorithm", async () => ({ ...(await rsa()), alg: "RS512" })],
    ["without a modulus", async () => ({ kty: "RSA", kid: "main", e: "AQAB" })],
    ["with a modulus that is no number", async () => ({ ...(await rsa()), n: "" })],
    ["that is no object", async () => "main"],
    ["that is null", async () => null],
  ])("%s", async (_, jwk) => {
    served = [await jwk()];
    const keys = () => createKeySet(url, 5000);
    expect(await defect({ id: "", reason: "key", keys })).toBe("key");
  });

  test("of fewer than 2048 bits, though it signed", async () => {
    const weak = await weakPair();
    served = [{ ...(await crypto.subtle.exportKey("jwk", weak.publicKey)), kid: "main" }];
    const token = () => sign(header(), claims(), weak.privateKey);
    const keys = () => createKeySet(url, 5000);
    expect(await defect({ id: "", reason: "key", keys, token })).toBe("key");
  });

  test("when no kid says which of several it is", async () => {
    served = [await rsa(), { ...(await exportJWK(other.publicKey)), kid: "other" }];
    const keys = () => createKeySet(url, 5000);
    expect(await defect({ id: "", reason: "key", header: { kid: undefined }, keys })).toBe("key");
  });

  test.each([
    ["without use and alg", async () => [await rsa()], "main"],
    ["with both", async () => [{ ...(await rsa()), use: "sig", alg: "RS256" }], "main"],
    ["alone, without a kid in the token", async () => [await rsa()], undefined],
    ["beside unusable ones, without a kid", async () => [await ecKey(), await rsa()], undefined],
  ])("but takes a good one %s", async (_, set, kid) => {
    served = await set();
    const keys = () => createKeySet(url, 5000);
    expect(await defect({ id: "", reason: "key", header: { kid }, keys })).toBeUndefined();
  });
});

describe("accepts", () => {
  test.each<Omit<Case, "reason">>([
    { id: "a plain valid token" },
    { id: "an aud array of one", claims: { aud: [clientId] } },
    { id: "one aud with the right azp", claims: { azp: clientId } },
    {
      id: "the client twice with the right azp",
      claims: { aud: [clientId, clientId], azp: clientId },
    },
    { id: "no typ", header: { typ: undefined } },
    { id: "expired 30 s ago under the leeway of 60", claims: { exp: now - 30 } },
    { id: "expired 59 s ago under the leeway of 60", claims: { exp: now - 59 } },
    { id: "a second left, leeway 0", claims: { exp: now + 1 }, expected: { leeway: 0 } },
    { id: "issued now, leeway 0", claims: { iat: now, nbf: now }, expected: { leeway: 0 } },
    { id: "issued in 60 s under the leeway of 60", claims: { iat: now + 60, nbf: now + 60 } },
    { id: "issued a day and the leeway ago", claims: { iat: now - 86_460 } },
    { id: "a sub of 255 characters", claims: { sub: "x".repeat(255) } },
    {
      id: "maxAge 0 right after the login",
      claims: { auth_time: now },
      expected: { maxAge: 0, leeway: 0 },
    },
    { id: "maxAge 60 at its end", claims: { auth_time: now - 120 }, expected: { maxAge: 60 } },
    { id: "an old auth_time where no maxAge was asked", claims: { auth_time: now - 1e6 } },
    { id: "a nonce that nobody asked for", expected: { nonce: undefined } },
    {
      id: "the organization asked for by its id",
      claims: { org_id: "org_abc", org_name: "analysts" },
      expected: { organization: "org_abc" },
    },
    {
      id: "the organization asked for by its name, in whatever case",
      claims: { org_id: "org_abc", org_name: "analysts" },
      expected: { organization: "Analysts" },
    },
    { id: "an organization that nobody asked for", claims: { org_id: "org_abc" } },
    { id: "the user it has to be", expected: { subject: "auth0|ada" } },
  ])("$id", async (one) => {
    expect(await defect({ ...one, reason: "format" })).toBeUndefined();
  });

  test("the right at_hash, where it is required and where it is not", async () => {
    for (const requireHash of [true, false]) {
      const one = {
        id: "",
        reason: "format",
        claims: { at_hash: atHash },
        expected: { requireHash },
      };
      expect(await defect(one as Case)).toBeUndefined();
    }
  });

  test("and gives the claims of the token", async () => {
    const given = claims({ "https://app.example/role": "admin" });
    const token = await sign(header(), given, main.privateKey);
    expect(await verifyIdToken(token, expectations(), keySet)).toEqual(given);
  });
});

test("tells a renewed token of another user apart from a bad one", async () => {
  const result = verifyIdToken(await good(), expectations({ subject: "auth0|bob" }), keySet);
  await expect(result).rejects.toMatchObject({ code: "user_changed" });
});

test.each([
  ["in whole seconds", { iat: now + 61 }, {}, 61],
  ["rounded up", { iat: now + 90 }, { now: now * 1000 - 1 }, 91],
  ["without a leeway", { iat: now + 1 }, { leeway: 0 }, 1],
])("tells by how much a token is ahead of this clock, %s", async (_, over, expected, skew) => {
  const token = await sign(header(), claims(over), main.privateKey);
  const result = verifyIdToken(token, expectations(expected), keySet);
  const details = { reason: "issued_in_future", skew };
  await expect(result).rejects.toMatchObject({ code: "invalid_token", details });
  const leeway = { ...expected, leeway: skew };
  await expect(verifyIdToken(token, expectations(leeway), keySet)).resolves.toBeDefined();
});

test.each([
  ["a time that is none", { iat: "soon" }, "issued_in_future"],
  ["an ended one", { exp: now - 90 }, "expired"],
  ["one that is not valid yet", { nbf: now + 90 }, "not_yet_valid"],
])("tells no skew of %s", async (_, over, reason) => {
  const result = verifyIdToken(
    await sign(header(), claims(over), main.privateKey),
    expectations(),
    keySet,
  );
  const error = await result.catch((thrown: unknown) => thrown);
  expect(isAuthError(error, "invalid_token") && error.details).toEqual({ reason });
});

test("passes on why the keys could not be had", async () => {
  const failing: KeySet = {
    algorithm: "RS256",
    find: () => Promise.reject(new Error("no keys")),
    preload: () => {},
  };
  await expect(verifyIdToken(await good(), expectations(), failing)).rejects.toThrow("no keys");
});

test("asks for no key where the token cannot be good anyway", async () => {
  let asked = 0;
  const counting: KeySet = {
    algorithm: "RS256",
    find: async () => {
      asked += 1;
      return main.publicKey;
    },
    preload: () => {},
  };
  for (const token of ["", "a.b.c", await sign({ alg: "none" }, claims(), main.privateKey)]) {
    const result = verifyIdToken(token, expectations(), counting);
    await expect(result).rejects.toMatchObject({ code: "invalid_token" });
  }
  expect(asked).toBe(0);
});

/** Why a case was refused, or undefined where it was accepted. */
async function defect(one: Case): Promise<unknown> {
  const token = one.token
    ? await one.token()
    : await sign({ ...header(), ...one.header }, claims(one.claims), main.privateKey);
  try {
    await verifyIdToken(token, expectations(one.expected), one.keys?.() ?? keySet);
    return undefined;
  } catch (error) {
    if (!isAuthError(error, "invalid_token")) throw error;
    return error.details.reason;
  }
}

function header(): Json {
  return { alg: "RS256", typ: "JWT", kid: "main" };
}

function claims(over: Json = {}): Json {
  const times = { iat: now - 5, exp: now + 3600 };
  return { iss: issuer, sub: "auth0|ada", aud: clientId, nonce: "the-nonce", ...times, ...over };
}

function expectations(over: Partial<Expectations> = {}): Expectations {
  const known = { issuer, clientId, accessToken, nonce: "the-nonce" };
  return { ...known, requireHash: false, leeway: 60, now: now * 1000, ...over };
}

function keysOf(known: Record<string, CryptoKey>): KeySet {
  const keys = new Map(Object.entries(known));
  return { algorithm: "RS256", find: async (kid) => keys.get(kid ?? "main"), preload: () => {} };
}

async function sign(
  head: unknown,
  payload: unknown,
  key: CryptoKey,
  scheme: AlgorithmIdentifier | RsaPssParams = key.algorithm,
): Promise<string> {
  const text = `${part(head)}.${part(payload)}`;
  const bytes = await crypto.subtle.sign(scheme, key, Buffer.from(text));
  return `${text}.${Buffer.from(bytes).toString("base64url")}`;
}

function good(): Promise<string> {
  return sign(header(), claims(), main.privateKey);
}

async function withSignature(change: (signature: string) => string): Promise<string> {
  const [head, payload, tail = ""] = (await good()).split(".");
  return `${head}.${payload}.${change(tail)}`;
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function nextLetter(letter = "A"): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return alphabet[(alphabet.indexOf(letter) + 1) % 64] ?? "A";
}

async function ecKey() {
  return exportJWK((await generateKeyPair("ES256", { extractable: true })).publicKey);
}

function weakPair(): Promise<CryptoKeyPair> {
  const scheme = {
    name: "RSASSA-PKCS1-v1_5",
    hash: "SHA-256",
    modulusLength: 1024,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  return crypto.subtle.generateKey(scheme, true, ["sign", "verify"]);
}
