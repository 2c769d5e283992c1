import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  api,
  app,
  clientId,
  jsonOf,
  realm,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = testSeed();
  // An access token for an API of a client's name looks most like an ID token.
  seed.apis?.push({ audience: clientId, scopes: ["read"] });
  tenant = await startTestTenant({ seed, legacyEndpoints: true });
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.close());

const ask = (idToken: unknown) =>
  visit(tenant).postJson("/tokeninfo", { id_token: idToken }, { origin: app });

const idTokenOf = async (scope = "openid") =>
  (await visit(tenant).exchange({ scope })).id_token ?? "";

describe("POST /tokeninfo", () => {
  it("answers with the whole profile, whatever the scopes of the ID token", async () => {
    const response = await ask(await idTokenOf());
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(app);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = await jsonOf<Record<string, unknown>>(response);
    const id = String(body["user_id"]).replace("auth0|", "");
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(body).toEqual({
      clientID: clientId,
      user_id: `auth0|${id}`,
      email: ada.username,
      email_verified: true,
      name: "Ada Lovelace",
      nickname: "ada",
      created_at: time,
      updated_at: time,
      identities: [{ user_id: id, provider: "auth0", connection: realm, isSocial: false }],
      user_metadata: {},
      app_metadata: {},
    });
  });

  it("takes the form that older clients send", async () => {
    const idToken = await idTokenOf();
    const response = await visit(tenant).postForm("/tokeninfo", { id_token: idToken });
    expect(await jsonOf(response)).toMatchObject({ email: ada.username });
  });

  it("refuses what is no good ID token, as plain text", async () => {
    const { id_token: good = "", access_token: opaque } = await visit(tenant).exchange();
    const audience = clientId;
    const forApi = (await visit(tenant).exchange({ audience, scope: "read" })).access_token;
    const forBoth = (await visit(tenant).exchange({ audience: api, scope: "openid" })).access_token;
    const broken = `${good.slice(0, -4)}AAAA`;
    const unsigned = `${btoa('{"alg":"none"}')}.${good.split(".")[1]}.`;
    const refused = await Promise.all(
      [broken, unsigned, opaque, forApi, forBoth, "x", "", undefined, 7, {}].map(ask),
    );
    tenant.clock.offset(36_001_000);
    refused.push(await ask(good));
    tenant.clock.offset(0);
    tenant.updateUser(ada.username, { blocked: true });
    refused.push(await ask(good));
    tenant.updateUser(ada.username, { blocked: false });
    for (const response of refused) {
      expect(response.status).toBe(401);
      expect(await response.text()).toBe("Unauthorized");
    }
    expect((await ask(good)).status).toBe(200);
  });

  it("refuses the ID token of a user who is gone", async () => {
    const idToken = await idTokenOf();
    await tenant.reset();
    expect((await ask(idToken)).status).toBe(401);
  });

  it("refuses a page of another site, and a body that is none", async () => {
    const idToken = await idTokenOf();
    const headers = { origin: "https://evil.example" };
    const foreign = await visit(tenant).postJson("/tokeninfo", { id_token: idToken }, headers);
    expect(foreign.status).toBe(403);
    expect((await visit(tenant).request("/tokeninfo", { method: "POST" })).status).toBe(400);
  });
});
