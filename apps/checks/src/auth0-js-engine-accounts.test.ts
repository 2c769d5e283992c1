// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { api, asked, database, openEngine } from "./auth0-js-page.js";
import { captchaFor } from "./client-captcha.js";
import { ada, clientId, failureOf, requestsTo } from "./client-page.js";

const newcomer = { email: "grace@navy.example", password: "Nanoseconds-1906" };
const signupPath = "/dbconnections/signup";
const resetPath = "/dbconnections/change_password";
const exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";

describe("signup", () => {
  test("sends all that it is told, and nothing else", async () => {
    const { engine, browser, tenant } = await openEngine();
    await tenant.seed({ clients: [], connections: [{ name: "crew", requiresUsername: true }] });
    const userMetadata = { camelCase2: "a", snake_case: "b", "ключ 🔑": "<b>" };
    const profile = { name: "Grace Hopper", nickname: "Amazing", picture: "https://a.example/g" };
    const stray = { foo: 1, app_metadata: { admin: true } };
    const user = {
      ...newcomer,
      ...profile,
      username: "grace",
      givenName: "Grace",
      familyName: "Hopper",
      phoneNumber: "+15551234567",
      userMetadata,
      organization: "analytical-society",
      captcha: "not asked for",
      captchaState: "s-1",
      ...stray,
    };
    expect(await engine.signup("crew", user, {})).toBeUndefined();
    expect(browser.said(signupPath)).toEqual([
      {
        ...newcomer,
        ...profile,
        client_id: clientId,
        connection: "crew",
        username: "grace",
        given_name: "Grace",
        family_name: "Hopper",
        phone_number: "+15551234567",
        user_metadata: userMetadata,
        organization: "analytical-society",
        captcha: "not asked for",
        state: "s-1",
      },
    ]);
    expect(requestsTo(tenant)).toEqual(["POST /dbconnections/signup"]);
  });

  test("sends no more than it is told, and its user can sign in", async () => {
    const { client, browser } = await openEngine();
    expect(await client.signup(newcomer)).toMatchObject({
      kind: "authenticated",
      session: { user: { email: newcomer.email } },
    });
    expect(browser.said(signupPath)).toEqual([
      { client_id: clientId, connection: database, ...newcomer },
    ]);
  });

  test("takes the answer to a challenge", async () => {
    const { engine, tenant } = await openEngine({}, { captcha: "always" });
    const without = engine.signup(database, newcomer, {});
    expect(await failureOf(without)).toMatchObject({ code: "invalid_captcha" });
    const captcha = await captchaFor(tenant, signupPath, "signup");
    const user = { ...newcomer, captcha, captchaState: "s-1" };
    expect(await engine.signup(database, user, {})).toBeUndefined();
  });
});

describe("a reset", () => {
  test.each<[string, { readonly connection?: string; readonly organization?: string }]>([
    ["by auth0-js", {}],
    ["for an organization by Portico itself, whole", { organization: "analytical-society" }],
  ])("is sent %s", async (_how, more) => {
    const { engine, browser, tenant } = await openEngine();
    const request = { connection: database, email: ada.username, ...more };
    const captcha = { captcha: "c", captchaState: "s" };
    expect(await engine.changePassword({ ...request, ...captcha }, {})).toBeUndefined();
    expect(await engine.changePassword(request, {})).toBeUndefined();
    expect(browser.said(resetPath)).toEqual([
      { client_id: clientId, ...request, captcha: "c", state: "s" },
      { client_id: clientId, ...request },
    ]);
    expect(tenant.inbox.list({ to: ada.username, kind: "reset" })).toHaveLength(2);
  });

  test("takes the answer to a challenge", async () => {
    const { engine, tenant } = await openEngine({}, { captcha: "always" });
    const request = { connection: database, email: ada.username };
    expect(await failureOf(engine.changePassword(request, {}))).toMatchObject({
      code: "invalid_captcha",
    });
    const captcha = await captchaFor(tenant, resetPath, "change_password");
    await engine.changePassword({ ...request, captcha, captchaState: "s-1" }, {});
    expect(tenant.inbox.list({ kind: "reset" })).toHaveLength(1);
  });

  test.each([
    ["text200", undefined],
    ["html200", "invalid_response"],
    ["object200", "invalid_response"],
    ["empty200", "invalid_response"],
  ] as const)("is done when the tenant has said so in words: %s", async (fault, code) => {
    const { engine, tenant } = await openEngine();
    tenant.faults.add({ match: { path: resetPath }, fault });
    const request = { connection: database, email: ada.username };
    const ended = engine.changePassword(request, {}).catch((error) => error.code as unknown);
    expect(await ended).toBe(code);
  });
});

describe("the profile", () => {
  test("is what the tenant knows now", async () => {
    const { client, engine, tenant } = await openEngine();
    await client.login(ada);
    const token = await client.getAccessToken();
    tenant.clearRequests();
    expect(await engine.userinfo(token, {})).toEqual({
      sub: expect.stringMatching(/^auth0\|/),
      name: "Ada Lovelace",
      nickname: "ada",
      email: ada.username,
      email_verified: true,
      updated_at: expect.any(String),
    });
    expect(requestsTo(tenant)).toEqual(["GET /userinfo"]);
  });
});

describe("an exchange", () => {
  test("sends all that it is told", async () => {
    const { client, engine, browser } = await openEngine();
    await client.login(ada);
    const subjectToken = client.getIdToken() ?? "";
    const actor = { actorToken: "actor", actorTokenType: "urn:example:actor" };
    const wanted = {
      scope: "openid read:projects",
      audience: api,
      organization: "analytical-society",
    };
    const given = { subjectToken, subjectTokenType, ...actor };
    expect(await engine.exchangeToken(given, wanted, {})).toMatchObject({
      scope: wanted.scope,
      claims: { org_name: wanted.organization },
    });
    expect(browser.said("/oauth/token").at(-1)).toEqual({
      client_id: clientId,
      grant_type: exchange,
      subject_token: subjectToken,
      subject_token_type: subjectTokenType,
      actor_token: "actor",
      actor_token_type: "urn:example:actor",
      ...wanted,
    });
  });

  test.each([
    ["by auth0-js", undefined],
    ["with further fields by Portico itself, as they are spelt", { campaignId2: "x" }],
  ] as const)("is sent %s", async (_how, extra) => {
    const { client, engine, browser } = await openEngine();
    await client.login(ada);
    const subjectToken = client.getIdToken() ?? "";
    const tokens = await engine.exchangeToken({ subjectToken, subjectTokenType, extra }, asked, {});
    expect(tokens).toMatchObject({ claims: { email: ada.username } });
    expect(browser.said("/oauth/token").at(-1)).toEqual({
      client_id: clientId,
      grant_type: exchange,
      subject_token: subjectToken,
      subject_token_type: subjectTokenType,
      ...asked,
      ...extra,
    });
  });
});
