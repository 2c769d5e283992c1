import { createHash, randomBytes } from "node:crypto";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startAuth0Sdk } from "./auth0-sdk.js";
import { signInByForm } from "./sign-in-by-form.js";

const callback = "http://localhost:3000/callback";
const realm = "Username-Password-Authentication";
const audience = "https://api.portico.example";
const user = { email: "ada@example.com", password: "Analytical-Engine-1843" };

let tenant: RunningTenant;
let sdk: Awaited<ReturnType<typeof startAuth0Sdk>>;
beforeAll(async () => {
  const seed = sampleSeed(["http://localhost:3000"]);
  const [sample] = seed.clients;
  if (!sample) throw new Error("The sample seed has no client.");
  const server = {
    ...sample,
    clientId: "server",
    callbacks: [callback],
    tokenEndpointAuthMethod: "client_secret_post" as const,
    clientSecret: "s3cret",
  };
  const apiGrants = [{ audience, scopes: ["read:projects"] }];
  const machine = { ...server, clientId: "machine", grantTypes: ["client_credentials"], apiGrants };
  tenant = await startTenant({
    port: 0,
    https: true,
    scryptCost: 2,
    seed: { ...seed, clients: [server, machine] },
  });
  sdk = await startAuth0Sdk(tenant.certificate ?? "");
});
beforeEach(() => tenant.clearRequests());
afterAll(async () => {
  await sdk.stop();
  await tenant.close();
});

/** Calls `AuthenticationClient`; its domain takes no scheme, so it speaks https only. */
function call(path: string, ...input: readonly unknown[]) {
  return callAs("server", path, ...input);
}

function callAs(clientId: string, path: string, ...input: readonly unknown[]) {
  const options = { domain: new URL(tenant.url).host, clientId, clientSecret: "s3cret" };
  return sdk.call({ options, path, input });
}

function logIn(scope = "openid email offline_access") {
  return call("oauth.passwordGrant", { username: user.email, password: user.password, scope });
}

function requests(): string[] {
  return tenant.requests().map(({ method, path }) => `${method} ${path}`);
}

describe("the unmodified auth0 SDK 7.1.0", () => {
  test("logs in with a password and validates the ID token", async () => {
    const { status, data } = await logIn();
    expect(status).toBe(200);
    expect(data).toMatchObject({ token_type: "Bearer", scope: "openid email offline_access" });
    expect(decodeJwt(data?.["id_token"] ?? "")).toMatchObject({
      iss: tenant.issuer,
      aud: "server",
      email: user.email,
    });
    expect(requests()).toEqual(["POST /oauth/token", "GET /.well-known/jwks.json"]);
  });

  test("logs in with a password at a realm", async () => {
    const { data } = await call("oauth.passwordGrant", {
      username: user.email,
      password: user.password,
      realm,
      scope: "openid",
    });
    expect(data).toHaveProperty("id_token");
  });

  test("refuses an ID token that a forger signed", async () => {
    tenant.faults.add({ fault: "token:wrong-key" });
    expect((await logIn()).failed?.message).toContain("signature verification failed");
  });

  test("tells what the tenant refused", async () => {
    const wrong = { username: user.email, password: "wrong" };
    expect((await call("oauth.passwordGrant", wrong)).failed).toEqual({
      name: "AuthApiError",
      message: "Wrong email or password.",
      statusCode: 403,
      code: "invalid_grant",
    });
  });

  test("exchanges a code with PKCE and validates nonce and age of the login", async () => {
    const verifier = randomBytes(32).toString("base64url");
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const address = new URL("/authorize", tenant.url);
    address.search = new URLSearchParams({
      client_id: "server",
      response_type: "code",
      redirect_uri: callback,
      scope: "openid",
      nonce: "n-1",
      code_challenge: challenge,
      code_challenge_method: "S256",
    }).toString();
    const code = (await signInByForm(tenant, address, user)).searchParams.get("code");
    const exchange = { code, code_verifier: verifier, redirect_uri: callback };
    const checks = { idTokenValidateOptions: { nonce: "n-1", maxAge: 60 } };
    const { data } = await call("oauth.authorizationCodeGrantWithPKCE", exchange, checks);
    expect(data).toHaveProperty("id_token");
    const again = await call("oauth.authorizationCodeGrantWithPKCE", exchange, checks);
    expect(again.failed).toMatchObject({ statusCode: 403, code: "invalid_grant" });
  });

  test("renews, and gets a new refresh token", async () => {
    const { data } = await logIn();
    const first = data?.["refresh_token"];
    const renewed = await call("oauth.refreshTokenGrant", { refresh_token: first });
    expect(renewed.data?.["refresh_token"]).toBeTypeOf("string");
    expect(renewed.data?.["refresh_token"]).not.toBe(first);
  });

  test("revokes a refresh token", async () => {
    const { data } = await logIn();
    const token = data?.["refresh_token"];
    expect((await call("oauth.revokeRefreshToken", { token })).status).toBe(200);
    expect(requests().at(-1)).toBe("POST /oauth/revoke");
    const renewed = await call("oauth.refreshTokenGrant", { refresh_token: token });
    expect(renewed.failed).toMatchObject({ statusCode: 403, code: "invalid_grant" });
  });

  test("gets a token in its own name", async () => {
    const { data } = await callAs("machine", "oauth.clientCredentialsGrant", { audience });
    expect(decodeJwt(data?.["access_token"] ?? "")).toMatchObject({
      sub: "machine@clients",
      aud: audience,
      scope: "read:projects",
      gty: "client-credentials",
    });
    const refused = await call("oauth.clientCredentialsGrant", { audience });
    expect(refused.failed).toMatchObject({ statusCode: 403, code: "unauthorized_client" });
  });

  test("reads the user's claims", async () => {
    const { data } = await logIn();
    const claims = await sdk.call({
      client: "UserInfoClient",
      options: { domain: new URL(tenant.url).host },
      path: "getUserInfo",
      input: [data?.["access_token"]],
    });
    expect(claims.data).toMatchObject({ email: user.email, email_verified: true });
  });

  test("signs up, once", async () => {
    const account = { connection: realm, email: "new@example.com", password: "Long-enough-42" };
    expect((await call("database.signUp", account)).data).toMatchObject({
      email: "new@example.com",
      email_verified: false,
    });
    expect((await call("database.signUp", account)).failed).toMatchObject({
      statusCode: 400,
      code: "invalid_signup",
    });
    expect(requests()).toEqual(["POST /dbconnections/signup", "POST /dbconnections/signup"]);
  });

  test("asks for a link to choose a new password", async () => {
    const { status } = await call("database.changePassword", {
      connection: realm,
      email: user.email,
    });
    expect(status).toBe(200);
    expect(requests()).toEqual(["POST /dbconnections/change_password"]);
    const [mail] = tenant.inbox.list({ to: user.email, kind: "reset" });
    expect(mail?.url).toContain(`${tenant.url}/`);
  });

  test("logs in by a code that is mailed", async () => {
    const email = "by-mail@example.com";
    await call("passwordless.sendEmail", { email, send: "code" });
    const { code } = await tenant.inbox.wait({ to: email, kind: "code" });
    const { data } = await call("passwordless.loginWithEmail", {
      email,
      code,
      scope: "openid email",
    });
    expect(decodeJwt(data?.["id_token"] ?? "")).toMatchObject({ email, email_verified: true });
    const again = await call("passwordless.loginWithEmail", { email, code });
    expect(again.failed).toMatchObject({ statusCode: 403, code: "invalid_grant" });
  });

  test("logs in by a code that is texted", async () => {
    const phone = "+15550123456";
    await call("passwordless.sendSMS", { phone_number: phone });
    const { code } = await tenant.inbox.wait({ to: phone, kind: "sms" });
    const { data } = await call("passwordless.loginWithSMS", { phone_number: phone, code });
    expect(data).toHaveProperty("access_token");
    expect(requests().slice(0, 2)).toEqual(["POST /passwordless/start", "POST /oauth/token"]);
  });

  test("exchanges an ID token of its own for new tokens", async () => {
    const { data } = await logIn("openid");
    const exchanged = await call("tokenExchange.exchangeToken", {
      subject_token: data?.["id_token"],
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      audience,
      scope: "read:projects",
    });
    expect(decodeJwt(exchanged.data?.["access_token"] ?? "")).toMatchObject({
      aud: audience,
      scope: "read:projects",
    });
  });
});
