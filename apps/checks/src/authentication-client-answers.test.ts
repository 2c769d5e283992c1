import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AuthenticationClient } from "@portico/core/authentication";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { realm } from "./authentication-tenant.js";

// The tenant never gives these answers.
let answer: unknown = {};
const server = createServer((_, response) => {
  response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
});
let domain: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  domain = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const client = (verifyIdToken = true) =>
  new AuthenticationClient({
    domain,
    clientId: "app",
    deprecationWarnings: false,
    verifyIdToken,
  });
const noAnswer = { code: "invalid_response" };
const credentials = { username: "u", password: "p" };

describe("an older tenant's answer", () => {
  const legacy = () => client().legacy;

  test("to tokenInfo may name the user in both ways", async () => {
    answer = { sub: "auth0|ada", user_id: "other" };
    expect(await legacy().tokenInfo("id-token")).toMatchObject({ sub: "auth0|ada" });
  });

  test.each([[{}], [{ sub: "" }], [{ user_id: 1 }], [[]], [null]])(
    "to tokenInfo is none: %j",
    async (profile) => {
      answer = profile;
      await expect(legacy().tokenInfo("id-token")).rejects.toMatchObject(noAnswer);
    },
  );

  test("to ssoData tells who signed in last, and where", async () => {
    answer = {
      sso: true,
      sessionClients: ["app", 1, "", "other"],
      lastUsedClientID: "app",
      lastUsedUserID: "auth0|ada",
      lastUsedUsername: "ada@example.com",
      lastUsedConnection: { name: "users", strategy: "auth0", more: 1 },
      connection: "corporate-ad",
    };
    expect(await legacy().ssoData()).toStrictEqual({
      sso: true,
      sessionClients: ["app", "other"],
      lastUsedClientId: "app",
      lastUsedUserId: "auth0|ada",
      lastUsedUsername: "ada@example.com",
      lastUsedConnection: { name: "users", strategy: "auth0" },
      connection: "corporate-ad",
    });
    answer = { sso: false, lastUsedConnection: { name: "users", strategy: "" } };
    expect(await legacy().ssoData()).toStrictEqual({
      sso: false,
      sessionClients: [],
      lastUsedConnection: { name: "users" },
    });
  });

  test.each([
    { sso: true, sessionClients: "app", lastUsedConnection: null, lastUsedUserID: 1 },
    { sso: true, sessionClients: [1, {}], lastUsedConnection: { strategy: "auth0" } },
    { sso: true, lastUsedConnection: { name: "" }, lastUsedUserID: "", lastUsedUsername: "" },
    { sso: true, lastUsedConnection: "users", lastUsedClientID: "", connection: "" },
    { sso: true, lastUsedUsername: {}, lastUsedClientID: null, connection: ["users"] },
  ])("to ssoData may hold junk, which is left out: %j", async (junk) => {
    answer = junk;
    expect(await legacy().ssoData()).toStrictEqual({ sso: true, sessionClients: [] });
  });

  test.each([[{}], [{ sso: "true" }], [null]])("to ssoData is none: %j", async (junk) => {
    answer = junk;
    await expect(legacy().ssoData()).rejects.toMatchObject(noAnswer);
  });

  test.each([[{}], [{ id_token: "" }], [{ id_token: {} }]])(
    "to delegation is none: %j",
    async (junk) => {
      answer = junk;
      const call = legacy().delegation({ idToken: "id-token" });
      await expect(call).rejects.toMatchObject(noAnswer);
    },
  );

  test.each([
    [{ expires_in: 60 }, { expiresIn: 60 }],
    [{}, {}],
    [{ expires_in: "soon" }, {}],
  ])("to delegation with %j tells %j", async (lifetime, told) => {
    answer = { id_token: "i", ...lifetime };
    const unverified = client(false).legacy.delegation({ idToken: "id-token" });
    const idToken = { unverified: "i" };
    expect(await unverified).toStrictEqual({ kind: "id_token", ...told, idToken });
  });

  test("to resourceOwner lacks the ID token that was asked for", async () => {
    answer = { access_token: "at", token_type: "bearer" };
    const params = { connection: realm, ...credentials };
    await expect(legacy().resourceOwner(params)).rejects.toMatchObject({
      details: { reason: "missing" },
    });
    const tokens = { accessToken: "at", tokenType: "Bearer", scope: "email" };
    expect(await legacy().resourceOwner({ ...params, scope: "email" })).toStrictEqual(tokens);
    answer = { access_token: "at", token_type: "bearer", scope: "email", expires_in: 60 };
    expect(await legacy().resourceOwner(params)).toStrictEqual({ ...tokens, expiresIn: 60 });
    answer = { access_token: "at", token_type: "bearer", expires_in: 0 };
    await expect(legacy().resourceOwner(params)).rejects.toMatchObject(noAnswer);
  });
});

describe("the answer of the token endpoint", () => {
  const granted = { access_token: "at", token_type: "Bearer", expires_in: 60 };
  const tokens = { accessToken: "at", tokenType: "Bearer", expiresIn: 60 };

  test("may leave out the scope that was asked for", async () => {
    answer = granted;
    const { oauth } = client();
    expect(await oauth.password(credentials)).toStrictEqual(tokens);
    const scope = "email";
    expect(await oauth.password({ ...credentials, scope })).toStrictEqual({ ...tokens, scope });
    const missing = oauth.password({ ...credentials, scope: "email openid" });
    await expect(missing).rejects.toMatchObject({ details: { reason: "missing" } });
  });

  test("may grant more than was asked for, and less", async () => {
    answer = { ...granted, scope: "email" };
    const { oauth } = client();
    const asked = { ...credentials, scope: "openid email" };
    expect(await oauth.password(asked)).toStrictEqual({ ...tokens, scope: "email" });
    answer = { ...granted, scope: "openid" };
    await expect(oauth.password(credentials)).rejects.toMatchObject({
      details: { reason: "missing" },
    });
  });
});

describe("the answer to a sign-up", () => {
  const signUp = () =>
    client().database.signup({ connection: realm, email: "asked@example.com", password: "p" });
  const email = "ada@example.com";

  test.each([
    [{ email }, { email, emailVerified: false }],
    [
      { email, _id: "1", username: "ada", email_verified: true, more: 1 },
      { email, emailVerified: true, id: "1", username: "ada" },
    ],
    [
      { email, _id: 1, username: null, email_verified: "true" },
      { email, emailVerified: false },
    ],
  ])("%j means %j", async (given, user) => {
    answer = given;
    expect(await signUp()).toStrictEqual(user);
  });

  test.each([[{}], [{ email: null }], [{ email: 1 }]])("%j is none", async (given) => {
    answer = given;
    await expect(signUp()).rejects.toMatchObject(noAnswer);
  });
});

describe("the answer to a message that was to be sent", () => {
  const send = () => client().passwordless.sendEmail({ email: "ada@example.com", send: "code" });

  test.each([[{ email: "ada@example.com" }], [{ phone_number: "+15550123" }]])(
    "may be %j",
    async (given) => {
      answer = given;
      expect(await send()).toBeUndefined();
    },
  );

  test.each([[{ _id: "1" }], [{ email: 1, phone_number: null }]])("is not %j", async (given) => {
    answer = given;
    await expect(send()).rejects.toMatchObject(noAnswer);
  });
});

test.each([[{}], [{ sub: "" }], [{ sub: 1 }], [{ email: "ada@example.com" }]])(
  "%j is no user",
  async (given) => {
    answer = given;
    await expect(client().users.userinfo("at")).rejects.toMatchObject(noAnswer);
  },
);

describe("the country of a caller", () => {
  test.each([
    [{ countryCode: "AT" }, { countryCode: "AT" }],
    [{ countryCode: "AT", countryName: 1, ipAddress: null, more: 1 }, { countryCode: "AT" }],
  ])("%j is %j", async (given, country) => {
    answer = given;
    expect(await client().userCountry()).toStrictEqual(country);
  });

  test.each(["AUT", "A", "at", "1AT", "AT1", "", null, ["AT"], undefined])(
    "%j is none",
    async (countryCode) => {
      answer = { countryCode };
      await expect(client().userCountry()).rejects.toMatchObject(noAnswer);
    },
  );
});

describe("the tenant's answer about a captcha", () => {
  const ask = () => client().passwordless.challenge({ state: "s" });

  test.each([
    "auth0",
    "auth0_v2",
    "recaptcha_v2",
    "recaptcha_enterprise",
    "hcaptcha",
    "friendly_captcha",
    "arkose",
  ])("may name %s", async (provider) => {
    const known = { required: true, provider, siteKey: "key_1-2", clientSubdomain: "client-api" };
    answer = { ...known, type: "code", more: {} };
    expect(await ask()).toStrictEqual(known);
    const image = "data:image/png;base64,AA==";
    answer = { required: true, provider, image, siteKey: null, clientSubdomain: null };
    expect(await ask()).toStrictEqual({ required: true, provider, image });
    answer = { required: true, provider, image: null };
    expect(await ask()).toStrictEqual({ required: true, provider });
  });

  test("may be that none is needed", async () => {
    answer = { required: false, provider: "unknown" };
    expect(await ask()).toStrictEqual({ required: false });
  });

  test.each([
    [{}],
    [{ required: "false" }],
    [{ required: true }],
    [{ required: "true", provider: "auth0" }],
    [{ required: true, provider: "unknown" }],
    [{ required: true, provider: "__proto__" }],
    [{ required: true, provider: "arkose", clientSubdomain: "evil.example/" }],
    [{ required: true, provider: "arkose", clientSubdomain: "evil.example" }],
    [{ required: true, provider: "arkose", clientSubdomain: 1 }],
    [{ required: true, provider: "hcaptcha", siteKey: "a&onload=x" }],
    [{ required: true, provider: "hcaptcha", siteKey: "" }],
    [{ required: true, provider: "auth0", image: "https://evil.example/" }],
    [{ required: true, provider: "auth0", image: "https://evil.example/#data:image/png" }],
    [{ required: true, provider: "auth0", image: "javascript:alert(1)" }],
  ])("%j is refused", async (spoilt) => {
    answer = spoilt;
    await expect(ask()).rejects.toMatchObject(noAnswer);
  });
});
