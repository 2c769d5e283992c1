import { constants, createHash, createHmac, createPublicKey, verify } from "node:crypto";
import { exportSPKI, importJWK, type JWK } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { tokenDefects, type RunningTenant, type TokenDefect } from "../index.js";
import {
  ada,
  clientId,
  fragmentOf,
  jsonOf,
  messageOf,
  startTestTenant,
  testSeed,
  visit,
  type Visitor,
} from "../../test/visitor.js";

let tenant: RunningTenant;
let visitor: Visitor;
let key: JWK;
const organization = { id: "org_engines", name: "engines", members: [ada.username] };
beforeAll(async () => {
  tenant = await startTestTenant({ seed: { ...testSeed(), organizations: [organization] } });
  visitor = visit(tenant);
  await visitor.signIn();
  const { keys } = await jsonOf<{ keys: JWK[] }>(await visitor.request("/.well-known/jwks.json"));
  key = keys[0] ?? {};
});
afterEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

/** Every flaw of a token, judged without any of the code that made it. */
async function flawsOf(idToken: string, accessToken: string): Promise<string[]> {
  const [first = "", second = "", third, ...more] = idToken.split(".");
  if (third === undefined || more.length > 0) return ["two-parts"];
  const header = decode(first) as Record<string, unknown>;
  const claims = decode(second) as Record<string, unknown> | null;
  return [
    ...(/^[\w-]+$/.test(second) ? [] : ["broken-base64"]),
    ...headerFlaws(header),
    ...(await signatureFlaws(String(header["alg"]), `${first}.${second}`, third)),
    ...(claims === null ? ["payload-null"] : claimFlaws(claims, accessToken)),
  ];
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}

function headerFlaws({ alg, kid, crit }: Record<string, unknown>): string[] {
  if (alg === "none") return [];
  return [
    ...(crit === undefined ? [] : ["crit-header"]),
    ...(kid === undefined ? ["missing-kid"] : []),
    ...(kid === undefined || kid === key.kid ? [] : ["unknown-kid"]),
  ];
}

async function signatureFlaws(alg: string, text: string, signature: string): Promise<string[]> {
  const [data, bytes] = [Buffer.from(text), Buffer.from(signature, "base64url")];
  const publicKey = createPublicKey({ key, format: "jwk" });
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  switch (alg) {
    case "none":
      return signature === "" ? ["alg-none"] : ["alg-none", "signed"];
    case "RS256":
      if (signature === "") return ["empty-signature"];
      return verify("sha256", data, publicKey, bytes) ? [] : ["wrong-key"];
    case "PS256":
      return verify("sha256", data, { key: publicKey, ...pss }, bytes)
        ? ["ps256"]
        : ["ps256", "wrong-key"];
    case "HS256": {
      const pem = await exportSPKI(
        (await importJWK(key, "RS256", { extractable: true })) as Parameters<typeof exportSPKI>[0],
      );
      const expected = createHmac("sha256", pem).update(data).digest("base64url");
      return signature === expected ? ["hs256"] : ["hs256", "wrong-key"];
    }
    default:
      return bytes.length === 64 ? [alg.toLowerCase()] : [alg.toLowerCase(), "wrong-length"];
  }
}

function claimFlaws(claims: Record<string, unknown>, accessToken: string): string[] {
  const now = Date.now() / 1000;
  const { iss, aud, azp, nonce, exp, iat, nbf, sub, auth_time, at_hash, org_id } = claims;
  const hash = createHash("sha256").update(accessToken).digest().subarray(0, 16);
  const flaws: [TokenDefect, boolean][] = [
    ["missing-issuer", iss === undefined],
    ["issuer-without-slash", iss === tenant.url],
    ["wrong-issuer", iss !== undefined && iss !== tenant.issuer && iss !== tenant.url],
    ["missing-audience", aud === undefined],
    ["multiple-audiences", Array.isArray(aud) && aud[0] === clientId && azp === undefined],
    ["wrong-audience", typeof aud === "string" && aud !== clientId],
    ["wrong-azp", azp !== undefined && azp !== clientId],
    ["missing-nonce", nonce === undefined],
    ["wrong-nonce", nonce !== undefined && nonce !== "n-1"],
    ["missing-exp", exp === undefined],
    ["exp-not-number", typeof exp === "string"],
    ["expired", typeof exp === "number" && exp < now - 60],
    ["missing-iat", iat === undefined],
    ["iat-not-number", typeof iat === "string"],
    ["future-iat", typeof iat === "number" && iat > now + 60],
    ["not-yet-valid", typeof nbf === "number" && nbf > now + 60],
    ["missing-sub", sub === undefined],
    ["missing-auth-time", auth_time === undefined],
    ["old-auth-time", typeof auth_time === "number" && auth_time < now - 3600],
    ["missing-at-hash", at_hash === undefined],
    ["wrong-at-hash", at_hash !== undefined && at_hash !== hash.toString("base64url")],
    ["wrong-org-id", org_id !== organization.id],
  ];
  return flaws.filter(([, isFlawed]) => isFlawed).map(([name]) => name);
}

describe("token defects", () => {
  it.each(tokenDefects)("%s is in the token of a code exchange, and only that", async (defect) => {
    const rule = tenant.faults.add({ fault: `token:${defect}` });
    const spoiled = await visit(tenant).exchange({ organization: organization.id });
    expect(await flawsOf(spoiled.id_token ?? "", spoiled.access_token)).toEqual([defect]);
    expect(tenant.faults.list().find(({ id }) => id === rule.id)?.hits).toBe(1);
    const log = tenant.requests().filter(({ path }) => path === "/oauth/token");
    expect(log.at(-1)?.faults).toEqual([`token:${defect}`]);
    const sound = await visit(tenant).exchange({ organization: organization.id });
    expect(await flawsOf(sound.id_token ?? "", sound.access_token)).toEqual([]);
  });

  it.each(tokenDefects)("%s is in the token of the front channel", async (defect) => {
    tenant.faults.add({ match: { username: ada.username }, fault: `token:${defect}` });
    const fragment = fragmentOf(
      await visitor.authorize({
        response_type: "token id_token",
        nonce: "n-1",
        scope: "openid",
        organization: organization.id,
      }),
    );
    const tokens = [fragment.get("id_token") ?? "", fragment.get("access_token") ?? ""] as const;
    expect(await flawsOf(...tokens)).toEqual([defect]);
  });

  it("are in the token of a refresh too", async () => {
    const { refresh_token = "" } = await visit(tenant).exchange();
    tenant.faults.add({ match: { grantType: "refresh_token" }, fault: "token:wrong-issuer" });
    const refreshed = await jsonOf<{ id_token: string; access_token: string }>(
      await visitor.refresh(refresh_token),
    );
    expect(await flawsOf(refreshed.id_token, refreshed.access_token)).toContain("wrong-issuer");
  });
});

describe("defects of what is said about tokens", () => {
  it.each([
    ["expires-in-string", { expires_in: expect.stringMatching(/^\d+$/) as string }],
    ["expires-in-absent", { expires_in: undefined }],
    ["id-token-absent", { id_token: undefined }],
  ] as const)("%s is in the answer of the token endpoint, once", async (fault, members) => {
    tenant.faults.add({ fault });
    const spoiled = await visit(tenant).exchange();
    expect(Object.assign({ expires_in: undefined, id_token: undefined }, spoiled)).toMatchObject(
      members,
    );
    expect(spoiled.access_token).not.toBe("");
    expect(tenant.requests().at(-1)?.faults).toEqual([fault]);
    const sound = await visit(tenant).exchange();
    expect(sound).toMatchObject({
      expires_in: expect.any(Number) as number,
      id_token: expect.any(String) as string,
    });
  });

  it("are in the answer of the front channel too, and leave codes alone", async () => {
    tenant.faults.add({ fault: "expires-in-absent" });
    expect(fragmentOf(await visitor.authorize({ response_type: "code" })).size).toBe(0);
    const request = { response_type: "token", response_mode: "web_message", prompt: "none" };
    const { response } = await messageOf(await visitor.authorize(request));
    expect(response).not.toHaveProperty("expires_in");
    expect(response).toHaveProperty("access_token");
    tenant.faults.add({ fault: "expires-in-string" });
    const typed = await messageOf(await visitor.authorize(request));
    expect(typed.response["expires_in"]).toEqual(expect.stringMatching(/^\d+$/));
  });
});
