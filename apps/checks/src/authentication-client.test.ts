import { randomUUID } from "node:crypto";
import {
  AuthenticationClient,
  codeChallenge,
  createTransaction,
  mfaGrantOf,
} from "@portico/core/authentication";
import type { RunningTenant } from "@portico/tenant";
import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { appCode } from "../harness/authenticator-app.js";
import {
  ada,
  audience,
  callback,
  clientSecret,
  confidentialClient,
  failureOf,
  hedy,
  openClient,
  realm,
  recordSent,
  requestsTo,
  startAuthenticationTenant,
} from "./authentication-tenant.js";
import { signInByForm } from "./clients/sign-in-by-form.js";

let tenant: RunningTenant;
let client: ReturnType<typeof openClient>;
let server: ReturnType<typeof confidentialClient>;
beforeAll(async () => {
  tenant = await startAuthenticationTenant();
});
beforeEach(() => {
  tenant.faults.clear();
  tenant.clearRequests();
  client = openClient(tenant);
  server = confidentialClient(tenant);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tenant.close());

const newEmail = () => `user-${randomUUID()}@example.com`;
const scope = "openid email offline_access";

/** Goes through the hosted login as a browser does and comes back with the code. */
async function authorized(asked: { scope?: string; maxAge?: number; organization?: string } = {}) {
  const { scope: wanted = "openid", ...rest } = asked;
  const transaction = createTransaction({
    ...rest,
    redirectUri: callback,
    responseType: "code",
    scope: wanted,
  });
  const url = client.buildAuthorizeUrl({
    ...transaction,
    codeChallenge: await codeChallenge(transaction.codeVerifier),
  });
  const user = { email: ada.username, password: ada.password };
  const { searchParams } = await signInByForm(tenant, new URL(url), user);
  expect(searchParams.get("state")).toBe(transaction.state);
  return { ...transaction, code: searchParams.get("code") ?? "" };
}

describe("an authorization code", () => {
  test("becomes verified tokens", async () => {
    const tokens = await client.oauth.authorizationCode(await authorized({ scope }));
    expect(tokens).toMatchObject({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      tokenType: "Bearer",
      expiresIn: 86_400,
      scope,
      claims: { iss: tenant.issuer, aud: "portico-demo", email: ada.username },
    });
    expect(decodeJwt(tokens.idToken ?? "")).toEqual(tokens.claims);
  });

  test("is spent once", async () => {
    const grant = await authorized();
    await client.oauth.authorizationCode(grant);
    const again = client.oauth.authorizationCode(grant);
    await expect(again).rejects.toMatchObject({ code: "invalid_grant", status: 403 });
  });

  test.each([
    ["another verifier", { codeVerifier: "x".repeat(43) }, "invalid_grant"],
    ["no verifier", { codeVerifier: undefined }, "invalid_grant"],
    ["another address", { redirectUri: "http://localhost:3000" }, "invalid_grant"],
    ["an application that proves nothing", { clientId: "machine" }, "access_denied"],
  ])("is refused with %s", async (_, wrong, code) => {
    const call = client.oauth.authorizationCode({ ...(await authorized()), ...wrong });
    await expect(call).rejects.toMatchObject({ code });
  });

  test.each([
    ["another nonce", { nonce: "other" }, "nonce"],
    ["another organization", { organization: "org_other" }, "organization"],
  ])("gives no tokens where %s is expected", async (_, wrong, reason) => {
    const call = client.oauth.authorizationCode({ ...(await authorized()), ...wrong });
    await expect(call).rejects.toMatchObject({ code: "invalid_token", details: { reason } });
  });

  test("gives no tokens of another user than expected", async () => {
    const call = client.oauth.authorizationCode({
      ...(await authorized()),
      expectedSub: "auth0|somebody",
    });
    await expect(call).rejects.toMatchObject({ code: "user_changed" });
  });

  test("is held to the age of the sign-in", async () => {
    const grant = await authorized({ maxAge: 0 });
    expect((await client.oauth.authorizationCode(grant)).claims?.auth_time).toBeTypeOf("number");
    tenant.faults.add({ fault: "token:old-auth-time" });
    const stale = client.oauth.authorizationCode(await authorized({ maxAge: 60 }));
    await expect(stale).rejects.toMatchObject({ details: { reason: "authentication_time" } });
  });

  test("that brings no ID token is refused where one has to match", async () => {
    const grant = await authorized({ scope: "email" });
    const call = client.oauth.authorizationCode(grant);
    await expect(call).rejects.toMatchObject({ details: { reason: "missing" } });
    const { code, codeVerifier, redirectUri } = await authorized({ scope: "email" });
    const tokens = await client.oauth.authorizationCode({ code, codeVerifier, redirectUri });
    expect(tokens).not.toHaveProperty("idToken");
  });
});

describe("a password", () => {
  test.each([
    ["the default directory", undefined, "password"],
    ["a realm", realm, "http://auth0.com/oauth/grant-type/password-realm"],
  ])("signs in at %s", async (_, at, grantType) => {
    const sent = recordSent();
    const tokens = await client.oauth.password({ ...ada, realm: at, scope });
    expect(tokens.claims).toMatchObject({ email: ada.username, aud: "portico-demo" });
    const [request] = sent("/oauth/token");
    expect(request?.fields).toEqual({
      grant_type: grantType,
      ...ada,
      ...(at && { realm: at }),
      scope,
      client_id: "portico-demo",
    });
  });

  test("signs in for an API, and without an ID token where none was asked for", async () => {
    const asked = { audience, scope: "read:projects" };
    const tokens = await client.oauth.passwordRealm({ ...ada, ...asked, realm });
    expect(decodeJwt(tokens.accessToken)).toMatchObject({ aud: audience, scope: "read:projects" });
    expect(tokens).not.toHaveProperty("idToken");
    expect(tokens.scope).toBe("read:projects");
    expect(requestsTo(tenant)).toEqual(["POST /oauth/token"]);
  });

  test("signs in to an organization", async () => {
    const organization = "analytical-society";
    const tokens = await client.oauth.password({ ...ada, scope: "openid", organization });
    expect(tokens.claims).toMatchObject({ org_name: organization });
    tenant.faults.add({ fault: "token:wrong-org-id" });
    const id = String(tokens.claims?.["org_id"]);
    const other = client.oauth.password({ ...ada, scope: "openid", organization: id });
    await expect(other).rejects.toMatchObject({ details: { reason: "organization" } });
  });

  test("asks for the keys once for many sign-ins", async () => {
    await Promise.all([1, 2, 3].map(() => client.oauth.password({ ...ada, scope })));
    const keys = requestsTo(tenant).filter((request) => request.includes("jwks"));
    expect(keys).toHaveLength(1);
  });

  test("asks for the keys meanwhile, where an ID token is to come", async () => {
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "hang" });
    const caller = new AbortController();
    const { signal } = caller;
    const ended = failureOf(client.oauth.password({ ...ada, scope, signal }));
    await vi.waitFor(() => {
      expect(requestsTo(tenant)).toHaveLength(2);
    });
    caller.abort();
    expect(await ended).toMatchObject({ code: "aborted" });
    expect(requestsTo(tenant).toSorted()).toEqual([
      "GET /.well-known/jwks.json",
      "POST /oauth/token",
    ]);
  });

  test("of a server goes with its secret and the user's address", async () => {
    const sent = recordSent();
    const tokens = await server.oauth.password({ ...ada, scope, forwardedFor: "203.0.113.7" });
    expect(tokens.claims).toMatchObject({ aud: "server" });
    expect(sent("/oauth/token")).toEqual([
      {
        headers: { "auth0-forwarded-for": "203.0.113.7" },
        credentials: "omit",
        fields: expect.objectContaining({ client_secret: clientSecret }),
      },
    ]);
  });

  test("of a server that names another application goes without the secret", async () => {
    const sent = recordSent();
    const tokens = await server.oauth.password({ ...ada, scope, clientId: "portico-demo" });
    expect(tokens.claims).toMatchObject({ aud: "portico-demo" });
    const [request] = sent("/oauth/token");
    expect(request?.fields).not.toHaveProperty("client_secret");
  });
});

describe("a refresh token", () => {
  test("brings new tokens and is replaced", async () => {
    const { refreshToken = "", claims } = await client.oauth.password({ ...ada, scope });
    const renewed = await client.oauth.refreshToken({ refreshToken, expectedSub: claims?.sub });
    expect(renewed.claims?.sub).toBe(claims?.sub);
    expect(renewed.refreshToken).not.toBe(refreshToken);
    const narrowed = { refreshToken: renewed.refreshToken ?? "", scope: "openid" };
    expect((await client.oauth.refreshToken(narrowed)).scope).toBe("openid");
  });

  test("that was used before ends the whole family", async () => {
    const { refreshToken = "" } = await client.oauth.password({ ...ada, scope });
    const renewed = await client.oauth.refreshToken({ refreshToken });
    for (const spent of [refreshToken, renewed.refreshToken ?? ""]) {
      const call = client.oauth.refreshToken({ refreshToken: spent });
      await expect(call).rejects.toMatchObject({ code: "invalid_grant", status: 403 });
    }
  });

  test("of another user than expected gives nothing", async () => {
    const { refreshToken = "" } = await client.oauth.password({ ...ada, scope });
    const call = client.oauth.refreshToken({ refreshToken, expectedSub: "auth0|other" });
    await expect(call).rejects.toMatchObject({ code: "user_changed" });
  });

  test.each(["oauth", "tokens"] as const)("is revoked by %s, and again", async (group) => {
    const { refreshToken = "" } = await server.oauth.password({ ...ada, scope });
    expect(await server[group].revoke({ refreshToken })).toBeUndefined();
    expect(await server[group].revoke({ refreshToken })).toBeUndefined();
    const call = server.oauth.refreshToken({ refreshToken });
    await expect(call).rejects.toMatchObject({ code: "invalid_grant" });
  });
});

describe("an application's own token", () => {
  const machine = () => confidentialClient(tenant, "machine");

  test("has all its scopes, or those that are asked for", async () => {
    const all = await machine().oauth.clientCredentials({ audience });
    expect(all).toMatchObject({ tokenType: "Bearer", scope: "read:projects write:projects" });
    expect(decodeJwt(all.accessToken)).toMatchObject({ sub: "machine@clients", aud: audience });
    const few = await machine().oauth.clientCredentials({ audience, scope: "read:projects" });
    expect(few.scope).toBe("read:projects");
    expect(few).not.toHaveProperty("idToken");
  });

  test.each([
    ["no API", {}, "access_denied"],
    ["an unknown API", { audience: "https://unknown.example" }, "access_denied"],
    ["a scope beyond its grant", { audience, scope: "delete:all" }, "access_denied"],
  ])("is refused for %s", async (_, params, code) => {
    await expect(machine().oauth.clientCredentials(params)).rejects.toMatchObject({ code });
  });

  test("is refused with a wrong secret, or where the grant is off", async () => {
    const wrong = new AuthenticationClient({
      domain: tenant.url,
      clientId: "machine",
      clientSecret: "wrong",
    });
    await expect(wrong.oauth.clientCredentials({ audience })).rejects.toMatchObject({
      code: "access_denied",
      status: 401,
    });
    await expect(server.oauth.clientCredentials({ audience })).rejects.toMatchObject({
      code: "unauthorized_client",
    });
  });
});

describe("a code that was sent", () => {
  test("by e-mail signs in, once", async () => {
    const email = newEmail();
    await client.passwordless.sendEmail({ email, send: "code", language: "de-AT" });
    const { code: otp = "", locale } = await tenant.inbox.wait({ to: email, kind: "code" });
    expect(locale).toBe("de-AT");
    const tokens = await client.passwordless.verify({ email, otp, scope: "openid email" });
    expect(tokens.claims).toMatchObject({ email, email_verified: true });
    const again = client.oauth.passwordlessOtp({ email, otp, scope });
    await expect(again).rejects.toMatchObject({ code: "invalid_otp", status: 403 });
  });

  test("by text message signs in, a server too", async () => {
    const phoneNumber = "+15550123456";
    await server.passwordless.sendSms({ phoneNumber });
    const { code: otp = "" } = await tenant.inbox.wait({ to: phoneNumber, kind: "sms" });
    const wrong = server.passwordless.verify({ phoneNumber, otp: "000000", scope });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_otp" });
    const tokens = await server.oauth.passwordlessOtp({ phoneNumber, otp, scope: "openid" });
    expect(tokens.claims?.aud).toBe("server");
  });

  test("may be a link, whose parameters are sent as they are", async () => {
    const email = newEmail();
    const authParams = {
      redirect_uri: callback,
      response_type: "token id_token",
      scope: "openid",
      state: "own",
      nonce: "n",
    };
    await client.passwordless.sendEmail({ email, send: "link", authParams });
    const { url = "" } = await tenant.inbox.wait({ to: email, kind: "link" });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject(authParams);
  });

  test.each([["a link elsewhere", { redirect_uri: "https://evil.example/" }, "invalid_request"]])(
    "is refused for %s",
    async (_, authParams, code) => {
      const email = newEmail();
      const call = client.passwordless.sendEmail({ email, send: "link", authParams });
      await expect(call).rejects.toMatchObject({ code, status: 400 });
      expect(tenant.inbox.list({ to: email })).toEqual([]);
    },
  );

  test.each([
    [() => client.passwordless.sendEmail({ email: "no address", send: "code" }), "invalid_email"],
    [() => client.passwordless.sendSms({ phoneNumber: "12" }), "invalid_phone_number"],
    [() => client.passwordless.sendSms({ phoneNumber: "+15005550001" }), "sms_provider_error"],
    [
      () =>
        client.passwordless.sendEmail({ email: "a@b.example", send: "code", clientId: "unknown" }),
      "invalid_request",
    ],
    // Without the secret that its client would need.
    [
      () =>
        client.passwordless.sendEmail({ email: "a@b.example", send: "code", clientId: "server" }),
      "unauthorized_client",
    ],
  ])("is refused: %o", async (call, code) => {
    await expect(call()).rejects.toMatchObject({ code });
  });
});

describe("a second factor", () => {
  async function begin(): Promise<string> {
    const { username, password } = hedy;
    const error = await failureOf(client.oauth.password({ username, password, scope }));
    expect(error).toMatchObject({ code: "mfa_required" });
    expect(JSON.stringify(error)).not.toContain("mfa_token");
    return mfaGrantOf(error)?.mfaToken ?? "";
  }

  test("is listed, asked for and answered", async () => {
    const mfaToken = await begin();
    const factors = await client.mfa.listAuthenticators(mfaToken);
    expect(factors.map(({ factor }) => factor)).toContain("otp");
    expect(await client.mfa.challenge({ mfaToken, type: "otp" })).toMatchObject({ type: "otp" });
    const wrong = client.mfa.otp({ mfaToken, otp: "000000" });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_otp" });
    const tokens = await client.mfa.otp({ mfaToken, otp: appCode(hedy.totpSecret, Date.now()) });
    expect(tokens).toMatchObject({ scope, claims: { email: hedy.username, amr: ["mfa"] } });
    const again = client.mfa.otp({ mfaToken, otp: appCode(hedy.totpSecret, Date.now()) });
    await expect(again).rejects.toMatchObject({ code: "expired_token" });
  });

  test("is stood in for by a recovery code, which is replaced", async () => {
    const { recoveryCode } = hedy;
    const tokens = await client.mfa.recoveryCode({ mfaToken: await begin(), recoveryCode });
    expect(tokens.claims?.sub).toBeTypeOf("string");
    expect(tokens.recoveryCode).toBeTypeOf("string");
    expect(tokens.recoveryCode).not.toBe(recoveryCode);
  });

  test("is enrolled by e-mail, confirmed, and taken away", async () => {
    const email = `mfa+${randomUUID()}@example.com`;
    await client.database.signup({ email, password: ada.password, connection: realm });
    const sign = client.oauth.password({
      username: email,
      password: ada.password,
      audience: `${tenant.url}/mfa/`,
      scope: "openid email read:authenticators remove:authenticators",
    });
    const mfaToken = mfaGrantOf(await failureOf(sign))?.mfaToken ?? "";
    const unready = client.mfa.challenge({ mfaToken, type: "otp" });
    await expect(unready).rejects.toMatchObject({ code: "association_required" });
    const { oobCode = "" } = await client.mfa.associate({ mfaToken, factor: "email" });
    const { code: bindingCode } = await tenant.inbox.wait({ to: email, kind: "mfa" });
    const [factor] = await client.mfa.listAuthenticators(mfaToken);
    const tokens = await client.mfa.oob({ mfaToken, oobCode, bindingCode });
    expect(tokens.claims).toMatchObject({ email });
    const { id = "" } = factor ?? {};
    const call = client.mfa.deleteAuthenticator("no-token", id);
    await expect(call).rejects.toMatchObject({ code: "invalid_grant" });
    expect(await client.mfa.deleteAuthenticator(tokens.accessToken, id)).toBeUndefined();
    const left = await client.mfa.listAuthenticators(tokens.accessToken);
    expect(left.map((one) => one.id)).not.toContain(id);
  });
});

describe("somebody else's token", () => {
  const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";

  test("is traded for one of an API", async () => {
    const { idToken = "" } = await client.oauth.password({ ...ada, scope: "openid" });
    const traded = await client.oauth.tokenExchange({
      subjectToken: idToken,
      subjectTokenType,
      audience,
      scope: "openid read:projects",
      extra: { client_id: "machine", grant_type: "password" },
    });
    expect(decodeJwt(traded.accessToken)).toMatchObject({ scope: "openid read:projects" });
    expect(traded.claims?.aud).toBe("portico-demo");
  });

  test.each([
    ["that is none", { subjectToken: "none", subjectTokenType }, "invalid_grant"],
    ["of an unknown kind", { subjectToken: "x", subjectTokenType: "urn:x" }, "invalid_request"],
  ])("%s is refused", async (_, params, code) => {
    await expect(client.oauth.tokenExchange(params)).rejects.toMatchObject({ code });
  });
});

describe("the user", () => {
  test.each(["oauth", "users"] as const)("is told by %s.userinfo", async (group) => {
    const { accessToken, claims } = await client.oauth.password({ ...ada, scope });
    const user = await client[group].userinfo(accessToken, { expectedSub: claims?.sub });
    expect(user).toMatchObject({ sub: claims?.sub, email: ada.username, email_verified: true });
    const other = client[group].userinfo(accessToken, { expectedSub: "auth0|other" });
    await expect(other).rejects.toMatchObject({ code: "user_changed" });
  });

  test("is not told to a token that is none", async () => {
    const call = client.users.userinfo("no-token");
    await expect(call).rejects.toMatchObject({ code: "access_denied", status: 401 });
  });
});

describe("a database connection", () => {
  const password = "Long-enough-42";

  test("takes a new user and says who that is", async () => {
    const email = newEmail();
    const user = { email, password, connection: realm, userMetadata: { plan: "pro" } };
    expect(await client.database.signup(user)).toEqual({
      email,
      emailVerified: false,
      id: expect.any(String),
    });
    const again = client.database.signup(user);
    await expect(again).rejects.toMatchObject({ code: "invalid_signup", status: 400 });
  });

  test.each([
    [{ password: "short" }, "invalid_password"],
    [{ password: "leaked-Password-42" }, "password_leaked"],
    [{ email: "no address" }, "invalid_email"],
    [{ connection: "unknown" }, "invalid_request"],
  ])("refuses a sign-up with %o", async (wrong, code) => {
    const user = { email: newEmail(), password, connection: realm, ...wrong };
    const call = client.database.signup(user);
    await expect(call).rejects.toMatchObject({ code, status: 400 });
  });

  test.each(["changePassword", "requestChangePasswordEmail"] as const)(
    "mails a link by %s, and does not tell who exists",
    async (method) => {
      await client.database[method]({ email: ada.username, connection: realm });
      expect((await tenant.inbox.wait({ to: ada.username, kind: "reset" })).url).toBeTypeOf(
        "string",
      );
      const unknown = { email: newEmail(), connection: realm };
      expect(await client.database[method](unknown)).toBeUndefined();
      expect(tenant.inbox.list({ to: unknown.email })).toEqual([]);
    },
  );
});

describe("an ID token that is at hand", () => {
  test("is verified by the tenant's keys", async () => {
    const { idToken = "", accessToken, claims } = await client.oauth.password({ ...ada, scope });
    expect(await client.tokens.verifyIdToken(idToken)).toEqual(claims);
    expect(await client.tokens.verifyIdToken(idToken, { accessToken })).toEqual(claims);
    const expectedSub = "auth0|other";
    await expect(client.tokens.verifyIdToken(idToken, { expectedSub })).rejects.toMatchObject({
      code: "user_changed",
    });
    await expect(
      client.tokens.verifyIdToken(idToken, { accessToken: "other" }),
    ).rejects.toMatchObject({ details: { reason: "access_token_hash" } });
    await expect(client.tokens.verifyIdToken(idToken, { clientId: "other" })).rejects.toMatchObject(
      { details: { reason: "audience" } },
    );
  });

  test("by the keys after a rotation, too", async () => {
    const { idToken = "" } = await client.oauth.password({ ...ada, scope });
    await tenant.rotateKeys();
    expect(await openClient(tenant).tokens.verifyIdToken(idToken)).toHaveProperty("sub");
  });
});

test("without verification an ID token is marked as unverified", async () => {
  const lax = new AuthenticationClient({
    domain: tenant.url,
    clientId: "portico-demo",
    verifyIdToken: false,
  });
  tenant.faults.add({ fault: "token:wrong-key" });
  const tokens = await lax.oauth.password({ ...ada, scope });
  expect(tokens.idToken).toEqual({ unverified: expect.stringMatching(/^ey/) });
  expect(tokens).not.toHaveProperty("claims");
  expect(requestsTo(tenant)).toEqual(["POST /oauth/token"]);
  const { unverified = "" } = tokens.idToken ?? {};
  await expect(lax.tokens.verifyIdToken(unverified)).rejects.toMatchObject({
    details: { reason: "signature" },
  });
});

test("the issuer may be another than the domain", async () => {
  const domain = tenant.url.replace("localhost", "127.0.0.1");
  const byDomain = new AuthenticationClient({ domain, clientId: "portico-demo" });
  const wrong = byDomain.oauth.password({ ...ada, scope });
  await expect(wrong).rejects.toMatchObject({ details: { reason: "issuer" } });
  const { issuer } = tenant;
  const told = new AuthenticationClient({ domain, clientId: "portico-demo", issuer });
  expect((await told.oauth.password({ ...ada, scope })).claims?.iss).toBe(issuer);
});

test("the country of the caller", async () => {
  expect(await client.userCountry()).toEqual({
    countryCode: "US",
    countryName: "United States",
    ipAddress: "127.0.0.1",
  });
});
