import { createPublicKey, publicDecrypt, constants, verify } from "node:crypto";
import { decodeProtectedHeader, type JWK } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { KeySetChanges, RunningTenant, SignatureDefect, TokenChanges } from "../index.js";
import { clientId, jsonOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
let own: JWK;
beforeAll(async () => {
  tenant = await startTestTenant();
  [own = {}] = await keySet();
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

async function keySet(): Promise<JWK[]> {
  const answer = await visit(tenant).request("/.well-known/jwks.json");
  return (await jsonOf<{ keys: JWK[] }>(answer)).keys;
}

function changedKeySet(changes: KeySetChanges): Promise<JWK[]> {
  tenant.faults.add({ fault: { kind: "jwks-changed", ...changes } });
  return keySet();
}

async function changedToken(changes: TokenChanges): Promise<string> {
  tenant.faults.add({ fault: { kind: "token", ...changes } });
  return (await visit(tenant).exchange()).id_token ?? "";
}

function partOf(token: string, index: 0 | 1): unknown {
  return JSON.parse(Buffer.from(token.split(".")[index] ?? "", "base64url").toString());
}

/** Whether `key` made the signature over the token's very characters, as RS256. */
function isSignedBy(key: JWK, token: string): boolean {
  const [header, payload, signature = ""] = token.split(".");
  const publicKey = createPublicKey({ key, format: "jwk" });
  const bytes = Buffer.from(signature, "base64url");
  return verify("sha256", Buffer.from(`${header}.${payload}`), publicKey, bytes);
}

describe("a token that is changed", () => {
  it("in nothing is a plain one, and the log tells of it", async () => {
    const token = await changedToken({});
    expect(partOf(token, 0)).toEqual({ alg: "RS256", typ: "JWT", kid: own.kid });
    expect(partOf(token, 1)).toMatchObject({ iss: tenant.issuer, aud: clientId });
    expect(isSignedBy(own, token)).toBe(true);
    expect(tenant.requests().at(-1)?.faults).toEqual(["token"]);
  });

  it.each<[string, TokenChanges, object, object]>([
    [
      "header members",
      { header: { typ: "at+jwt", jku: "x" }, withoutHeader: ["kid"] },
      { alg: "RS256", typ: "at+jwt", jku: "x" },
      {},
    ],
    ["claims", { claims: { aud: [clientId], nonce: null } }, {}, { aud: [clientId], nonce: null }],
  ])("in its %s is signed as it says", async (_, changes, header, claims) => {
    const token = await changedToken(changes);
    expect(partOf(token, 0)).toMatchObject(header);
    expect(partOf(token, 1)).toMatchObject(claims);
    expect(isSignedBy(own, token)).toBe(true);
  });

  it("in its dates counts them from the tenant's now, and leaves out what is named", async () => {
    tenant.clock.freeze();
    const now = Math.floor(tenant.clock.now() / 1000);
    const token = await changedToken({ times: { exp: -70, nbf: 61 }, without: ["sub", "iat"] });
    tenant.clock.resume();
    const claims = partOf(token, 1);
    expect(claims).toMatchObject({ exp: now - 70, nbf: now + 61 });
    expect(claims).not.toHaveProperty("sub");
    expect(claims).not.toHaveProperty("iat");
  });

  it.each<[string, TokenChanges, 0 | 1, unknown]>([
    ["header", { wholeHeader: null }, 0, null],
    ["payload", { payload: ["text"] }, 1, ["text"]],
  ])("has any JSON for its %s", async (_, changes, index, value) => {
    const token = await changedToken(changes);
    expect(partOf(token, index)).toEqual(value);
    expect(isSignedBy(own, token)).toBe(true);
  });

  it("may have text behind its payload, and four parts", async () => {
    const spelled = await changedToken({ afterPayload: "=" });
    expect(spelled.split(".")[1]).toMatch(/=$/);
    expect(isSignedBy(own, spelled)).toBe(true);
    expect((await changedToken({ parts: 4 })).split(".")).toHaveLength(4);
  });

  it.each<[SignatureDefect, number]>([
    ["absent", 0],
    ["one-byte", 1],
    ["cut", 255],
    ["longer", 257],
  ])("has a signature that is %s", async (signature, length) => {
    const [, , third = ""] = (await changedToken({ signature })).split(".");
    expect(Buffer.from(third, "base64url")).toHaveLength(length);
  });

  it.each(["padded", "respelled"] as const)(
    "has a signature that is %s: the bytes are right, and their spelling is not",
    async (signature) => {
      const token = await changedToken({ signature });
      const [, , third = ""] = token.split(".");
      expect(Buffer.from(third, "base64url").toString("base64url")).not.toBe(third);
      expect(isSignedBy(own, token)).toBe(true);
    },
  );

  it("may carry the signature of what it said before", async () => {
    const claims = { sub: "auth0|somebody-else" };
    const token = await changedToken({ claims, signature: "of-other-claims" });
    expect(partOf(token, 1)).toMatchObject(claims);
    expect(isSignedBy(own, token)).toBe(false);
    expect(token.split(".")[2]).toHaveLength(342);
  });

  it("may have a padding of one byte", async () => {
    const token = await changedToken({ signature: "short-padding" });
    expect(isSignedBy(own, token)).toBe(false);
    const key = createPublicKey({ key: own, format: "jwk" });
    const signature = Buffer.from(token.split(".")[2] ?? "", "base64url");
    const block = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
    expect(block.toString("hex")).toMatch(/^(00)+01ff003031300d0609608648016503040201/);
  });

  it.each(["RS384", "RS512"])("is signed as %s where its header says so", async (alg) => {
    const token = await changedToken({ header: { alg } });
    expect(decodeProtectedHeader(token).alg).toBe(alg);
    const [header, payload, signature = ""] = token.split(".");
    const key = createPublicKey({ key: own, format: "jwk" });
    const bytes = Buffer.from(signature, "base64url");
    const name = `sha${alg.slice(2)}`;
    expect(verify(name, Buffer.from(`${header}.${payload}`), key, bytes)).toBe(true);
  });

  it.each<TokenChanges>([
    { key: "elliptic", header: { alg: "PS256" } },
    { key: "elliptic", header: { alg: "RS512" } },
    { key: "elliptic", signature: "short-padding" },
    { header: { alg: "none" }, signature: "respelled" },
    { wholeHeader: null, signature: "of-other-claims", payload: 1 },
  ])("is issued even where its changes do not fit together: %j", async (changes) => {
    expect((await changedToken(changes)).split(".")).toHaveLength(3);
  });
});

describe("a key set that is changed", () => {
  it.each(["foreign", "small"] as const)("lists the %s key that signed", async (key) => {
    const token = await changedToken({ key });
    const [listed = {}] = await changedKeySet({ key });
    expect(listed).toMatchObject({ kid: own.kid, kty: "RSA", use: "sig", alg: "RS256" });
    expect(isSignedBy(own, token)).toBe(false);
    expect(isSignedBy(listed, token)).toBe(true);
    const { modulusLength } =
      createPublicKey({ key: listed, format: "jwk" }).asymmetricKeyDetails ?? {};
    expect(modulusLength).toBe(key === "small" ? 1024 : 2048);
  });

  it("lists a key of another type in the place of the tenant's own", async () => {
    const [listed] = await changedKeySet({ key: "elliptic" });
    expect(listed).toMatchObject({ kid: own.kid, kty: "EC", crv: "P-256", alg: "ES256" });
    expect(listed).not.toHaveProperty("n");
  });

  it("has other members, and fewer", async () => {
    const [listed] = await changedKeySet({ members: { use: "enc" }, without: ["alg"] });
    const { alg: _alg, ...rest } = own;
    expect(listed).toEqual({ ...rest, use: "enc" });
  });

  it("lists one more, once", async () => {
    const keys = await changedKeySet({ beside: "foreign" });
    expect(keys.map(({ kid }) => kid)).toEqual([
      expect.not.stringContaining(own.kid ?? ""),
      own.kid,
    ]);
    expect(await keySet()).toEqual([own]);
  });
});
