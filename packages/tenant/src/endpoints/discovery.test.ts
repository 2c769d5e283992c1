import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { clientId, jsonOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

describe("GET /.well-known/openid-configuration", () => {
  it("names the issuer exactly and only endpoints of this tenant", async () => {
    const response = await visit(tenant).request("/.well-known/openid-configuration");
    const document = await jsonOf<Record<string, unknown>>(response);
    expect(document["issuer"]).toBe(tenant.issuer);
    expect(tenant.issuer).toBe(`${tenant.url}/`);
    const endpoints = Object.entries(document).filter(([name]) => /_endpoint$|_uri$/.test(name));
    expect(endpoints).toHaveLength(7);
    for (const [, address] of endpoints) expect(address).toMatch(`${tenant.url}/`);
  });

  it("may be read by any page", async () => {
    const headers = { origin: "https://anywhere.example" };
    const response = await visit(tenant).request("/.well-known/jwks.json", { headers });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("marks every answer as a development tenant's", async () => {
    const response = await visit(tenant).request("/.well-known/jwks.json");
    expect(response.headers.get("x-portico-tenant")).toBe("dev");
  });
});

describe("GET /.well-known/jwks.json", () => {
  it("publishes nothing of the private key", async () => {
    const response = await visit(tenant).request("/.well-known/jwks.json");
    const { keys } = await jsonOf<{ keys: object[] }>(response);
    expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([
      ["alg", "e", "kid", "kty", "n", "use"],
    ]);
  });

  it("verifies ID tokens, those from before a rotation too", async () => {
    const before = (await visit(tenant).exchange()).id_token ?? "";
    await tenant.rotateKeys();
    const after = (await visit(tenant).exchange()).id_token ?? "";
    const keySet = createRemoteJWKSet(new URL("/.well-known/jwks.json", tenant.url));
    const rules = { issuer: tenant.issuer, audience: clientId, algorithms: ["RS256"] };
    const kids = await Promise.all(
      [before, after].map(
        async (token) => (await jwtVerify(token, keySet, rules)).protectedHeader.kid,
      ),
    );
    expect(new Set(kids).size).toBe(2);
  });

  it("is different in every database", async () => {
    const other = await startTestTenant();
    const kidOf = async (url: string) =>
      (await jsonOf<{ keys: { kid: string }[] }>(await fetch(`${url}/.well-known/jwks.json`)))
        .keys[0]?.kid;
    expect(await kidOf(other.url)).not.toBe(await kidOf(tenant.url));
    await other.close();
  });
});
