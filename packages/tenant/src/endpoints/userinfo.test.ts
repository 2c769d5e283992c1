import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { signInByProvider } from "../../test/hosted-steps.js";
import {
  api,
  clientId,
  fragmentOf,
  jsonOf,
  realm,
  startTestTenant,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

const userinfo = (token: string, at = tenant) =>
  visit(at).request("/userinfo", { headers: { authorization: `Bearer ${token}` } });

describe("GET /userinfo", () => {
  it.each([
    ["an opaque token", {}],
    ["a JWT for an API", { audience: api }],
  ])("answers %s with what its scopes open", async (_, parameters) => {
    const { access_token } = await visit(tenant).exchange({ scope: "openid email", ...parameters });
    const body = await jsonOf<Record<string, unknown>>(await userinfo(access_token));
    expect(Object.keys(body).toSorted()).toEqual(["email", "email_verified", "sub"]);
    expect(body["email"]).toBe("ada@example.com");
  });

  it("refuses an API token without openid, a broken, an old and no token as plain text", async () => {
    const scope = "read:projects";
    const forApi = (await visit(tenant).exchange({ scope, audience: api })).access_token;
    const good = (await visit(tenant).exchange()).access_token;
    const refused = [
      await userinfo(forApi),
      await userinfo(`${good.slice(0, -4)}AAAA`),
      await userinfo(""),
    ];
    tenant.clock.offset(86_401_000);
    refused.push(await userinfo(good));
    tenant.clock.offset(0);
    for (const response of refused) {
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(await response.text()).toBe("Unauthorized");
    }
  });
});

describe("GET /userinfo with retired endpoints on", () => {
  it.each([
    [true, true],
    ["text-flags", "true"],
  ] as const)("%s: also says what it said before there were scopes", async (option, flag) => {
    const legacy = await startTestTenant({ legacyEndpoints: option });
    const { access_token: token } = await visit(legacy).exchange({ scope: "openid email" });
    const body = await jsonOf<Record<string, unknown>>(await userinfo(token, legacy));
    const sub = String(body["sub"]);
    expect(body).toEqual({
      sub,
      email: "ada@example.com",
      email_verified: flag,
      clientID: clientId,
      user_id: sub,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      identities: [
        { user_id: sub.slice(6), provider: "auth0", connection: realm, isSocial: false },
      ],
    });
    await legacy.close();
  });

  it("tells a social identity from others", async () => {
    const legacy = await startTestTenant({ legacyEndpoints: true });
    const visitor = visit(legacy);
    const account = "100000000000000000001";
    const answer = await signInByProvider(visitor, account, { response_type: "token" });
    const token = fragmentOf(answer).get("access_token") ?? "";
    expect(await jsonOf(await userinfo(token, legacy))).toMatchObject({
      user_id: `google-oauth2|${account}`,
      identities: [{ user_id: account, provider: "google-oauth2", isSocial: true }],
    });
    await legacy.close();
  });
});
