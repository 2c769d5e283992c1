import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import * as client from "openid-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signInByForm } from "./sign-in-by-form.js";

const callback = "http://localhost:3000/callback";
// Everything in it has to be encoded somewhere on its way.
const secret = "s3cret: of/a&server=%+é";
const seed = sampleSeed(["http://localhost:3000"]);
const audience = "https://api.portico.example";
const user = { email: "ada@example.com", password: "Analytical-Engine-1843" };

let tenant: RunningTenant;
beforeAll(async () => {
  const [sample] = seed.clients;
  if (!sample) throw new Error("The sample seed has no client.");
  const shared = { ...sample, callbacks: [callback], clientSecret: secret };
  const apiGrants = [{ audience, scopes: ["read:projects", "write:projects"] }];
  const clients = [
    { ...shared, clientId: "post", tokenEndpointAuthMethod: "client_secret_post" as const },
    { ...shared, clientId: "basic", tokenEndpointAuthMethod: "client_secret_basic" as const },
    { ...sample, callbacks: [callback], clientId: "public" },
    {
      ...shared,
      clientId: "machine",
      tokenEndpointAuthMethod: "client_secret_post" as const,
      grantTypes: ["client_credentials"],
      apiGrants,
    },
  ];
  tenant = await startTenant({ port: 0, scryptCost: 2, seed: { ...seed, clients } });
});
beforeEach(() => tenant.clearRequests());
afterAll(() => tenant.close());

/** Everything the library knows of the tenant, it has from the discovery document. */
function discover(clientId: string, authentication?: client.ClientAuth) {
  return client.discovery(new URL(tenant.issuer), clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests],
  });
}

async function logIn(config: client.Configuration) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: "openid profile email offline_access",
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
    max_age: "3600",
  });
  const returned = await signInByForm(tenant, address, user);
  return client.authorizationCodeGrant(config, returned, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    maxAge: 3600,
  });
}

function requests(): string[] {
  return tenant.requests().map(({ method, path }) => `${method} ${path}`);
}

describe("the unmodified openid-client 6.8.9", () => {
  test("discovers the tenant and finds its own issuer there", async () => {
    const config = await discover("public", client.None());
    expect(config.serverMetadata()).toMatchObject({
      issuer: tenant.issuer,
      authorization_endpoint: `${tenant.url}/authorize`,
      end_session_endpoint: `${tenant.url}/oidc/logout`,
    });
    expect(config.serverMetadata().supportsPKCE()).toBe(true);
    expect(requests()).toEqual(["GET /.well-known/openid-configuration"]);
  });

  test("logs in by code and PKCE, and verifies the ID token", async () => {
    const config = await discover("public", client.None());
    client.enableNonRepudiationChecks(config);
    const tokens = await logIn(config);
    expect(tokens.claims()).toMatchObject({ iss: tenant.issuer, aud: "public", email: user.email });
    expect(tokens.expiresIn()).toBeGreaterThan(0);
    expect(requests()).toEqual([
      "GET /.well-known/openid-configuration",
      "GET /authorize",
      "GET /u/login",
      "POST /u/login",
      "GET /authorize/resume",
      "POST /oauth/token",
      "GET /.well-known/jwks.json",
    ]);
  });

  test("logs in with a client secret in the body and in a header", async () => {
    const byBody = await logIn(await discover("post", client.ClientSecretPost(secret)));
    const byHeader = await logIn(await discover("basic", client.ClientSecretBasic(secret)));
    expect(byBody.claims()?.sub).toBe(byHeader.claims()?.sub);
  });

  test("learns from a refusal what was wrong", async () => {
    const config = await discover("post", client.ClientSecretPost("wrong"));
    await expect(logIn(config)).rejects.toMatchObject({ error: "access_denied", status: 401 });
    const unknown = await discover("public", client.None());
    await expect(client.refreshTokenGrant(unknown, "no-such-token")).rejects.toMatchObject({
      error: "invalid_grant",
      status: 403,
    });
  });

  test("renews, and its old refresh token is of no use any more", async () => {
    const config = await discover("public", client.None());
    const { refresh_token: first = "" } = await logIn(config);
    const renewed = await client.refreshTokenGrant(config, first);
    expect(renewed.refresh_token).not.toBe(first);
    expect(renewed.claims()?.email).toBe(user.email);
    await expect(client.refreshTokenGrant(config, first)).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  test("gets a token in its own name", async () => {
    const config = await discover("machine", client.ClientSecretPost(secret));
    const tokens = await client.clientCredentialsGrant(config, {
      audience,
      scope: "read:projects",
    });
    expect(tokens).toMatchObject({ token_type: "bearer", scope: "read:projects" });
    expect(tokens.refresh_token).toBeUndefined();
    const publicClient = await discover("public", client.None());
    await expect(client.clientCredentialsGrant(publicClient, { audience })).rejects.toMatchObject({
      error: "unauthorized_client",
    });
  });

  test("reads the user's claims", async () => {
    const config = await discover("public", client.None());
    const tokens = await logIn(config);
    const subject = tokens.claims()?.sub ?? "";
    const claims = await client.fetchUserInfo(config, tokens.access_token, subject);
    expect(claims).toMatchObject({ sub: subject, email: user.email, email_verified: true });
    await expect(client.fetchUserInfo(config, "forged", subject)).rejects.toMatchObject({
      status: 401,
    });
    expect(requests().slice(-2)).toEqual(["GET /userinfo", "GET /userinfo"]);
  });

  test("revokes", async () => {
    const config = await discover("public", client.None());
    const { refresh_token: token = "" } = await logIn(config);
    await client.tokenRevocation(config, token);
    expect(requests().at(-1)).toBe("POST /oauth/revoke");
    await expect(client.refreshTokenGrant(config, token)).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  test("logs out with its ID token", async () => {
    const config = await discover("public", client.None());
    const { id_token = "" } = await logIn(config);
    const [returnTo = ""] = seed.clients[0]?.logoutUrls ?? [];
    const address = client.buildEndSessionUrl(config, {
      id_token_hint: id_token,
      post_logout_redirect_uri: returnTo,
    });
    const response = await fetch(address, { redirect: "manual" });
    expect(response.headers.get("location")).toBe(returnTo);
  });
});
