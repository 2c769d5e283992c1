import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { api, jsonOf, startTestTenant, visit } from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.close());

const userinfo = (token: string) =>
  visit(tenant).request("/userinfo", { headers: { authorization: `Bearer ${token}` } });

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
