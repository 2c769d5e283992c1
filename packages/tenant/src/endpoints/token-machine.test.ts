import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import {
  ada,
  api,
  app,
  clientId,
  jsonOf,
  startTestTenant,
  testSeed,
  visit,
} from "../../test/visitor.js";

const exchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange";
const idTokenType = "urn:ietf:params:oauth:token-type:id_token";
const legacyType = "https://app.example/legacy-token";
const secret = "a-secret-of-the-reporter";

let tenant: RunningTenant;

beforeAll(async () => {
  const seed = testSeed();
  seed.users?.push({ userId: "auth0|ada2", email: "ada2@example.com", password: "x" });
  seed.clients.push({
    clientId: "reporter",
    name: "Reporter",
    callbacks: [],
    webOrigins: [],
    logoutUrls: [],
    grantTypes: ["client_credentials"],
    tokenEndpointAuthMethod: "client_secret_post",
    clientSecret: secret,
    apiGrants: [{ audience: api, scopes: ["read:projects"] }],
  });
  seed.clients.push({
    clientId: "stranger",
    name: "Stranger",
    callbacks: [],
    webOrigins: [app],
    logoutUrls: [],
    firstParty: false,
  });
  tenant = await startTestTenant({
    seed,
    onTokenExchange({ subjectToken, subjectTokenType, extra }) {
      if (subjectTokenType !== legacyType) return undefined;
      if (subjectToken !== "good") return { deny: "The legacy token is over." };
      return { userId: extra["nobody"] ? "auth0|nobody" : "auth0|ada2" };
    },
  });
});
afterAll(() => tenant.close());

const machine = (changes: Record<string, string>) =>
  visit(tenant).postForm("/oauth/token", {
    grant_type: "client_credentials",
    client_id: "reporter",
    client_secret: secret,
    audience: api,
    ...changes,
  });

it("gives a client a token in its own name, with the scopes of its grant and no ID token", async () => {
  const response = await machine({});
  const body = await jsonOf<{ access_token: string; scope: string }>(response);
  expect(response.status).toBe(200);
  expect(Object.keys(body).toSorted()).toEqual([
    "access_token",
    "expires_in",
    "scope",
    "token_type",
  ]);
  expect(body.scope).toBe("read:projects");
  const [, payload = ""] = body.access_token.split(".");
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
    sub: "reporter@clients",
    aud: api,
    azp: "reporter",
    gty: "client-credentials",
    scope: "read:projects",
  });
});

it.each([
  ["a wrong secret", { client_secret: "x" }, 401, "access_denied"],
  ["no audience", { audience: "" }, 403, "access_denied"],
  ["an unknown audience", { audience: "https://no.example" }, 403, "access_denied"],
  ["a scope it was not granted", { scope: "write:projects" }, 403, "access_denied"],
  ["a public client", { client_id: clientId }, 403, "unauthorized_client"],
] as const)("gives no client a token with %s", async (_what, changes, status, error) => {
  const response = await machine(changes);
  expect([response.status, await response.json()]).toMatchObject([status, { error }]);
});

it("gives no client a token for an API it has no grant for", async () => {
  const response = await machine({ audience: `${tenant.url}/api/v2/` });
  expect([response.status, await response.json()]).toMatchObject([403, { error: "access_denied" }]);
});

const exchange = (changes: Record<string, string>) =>
  visit(tenant).postForm(
    "/oauth/token",
    {
      grant_type: exchangeGrant,
      client_id: clientId,
      subject_token: "good",
      subject_token_type: legacyType,
      scope: "openid",
      ...changes,
    },
    { origin: app },
  );

it("exchanges a token that the hook vouches for, and creates no session", async () => {
  const visitor = visit(tenant);
  const response = await exchange({});
  const { id_token: idToken = "" } = await jsonOf<{ id_token?: string }>(response);
  const [, payload = ""] = idToken.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
  expect(claims).toMatchObject({ sub: "auth0|ada2", aud: clientId });
  expect(claims).not.toHaveProperty("sid");
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(visitor.cookies.size).toBe(0);
});

it("exchanges an ID token of its own, issued to the same client", async () => {
  const { id_token: idToken = "" } = await visit(tenant).exchange();
  const scope = "openid offline_access";
  const own = { subject_token: idToken, subject_token_type: idTokenType, scope };
  const response = await exchange(own);
  expect(response.status).toBe(200);
  // It would outlive the ID token, and the password reset that should have ended everything.
  expect(await response.json()).not.toHaveProperty("refresh_token");
  expect(await (await exchange({ scope })).json()).toHaveProperty("refresh_token");
});

it("gives an application of somebody else nothing that its users did not agree to", async () => {
  const password = { grant_type: "password", client_id: "stranger", ...ada, scope: "openid" };
  const direct = await visit(tenant).postForm("/oauth/token", password);
  expect([direct.status, await direct.json()]).toMatchObject([403, { error: "consent_required" }]);
  const exchanged = await exchange({ client_id: "stranger" });
  expect([exchanged.status, await exchanged.json()]).toMatchObject([
    403,
    { error: "consent_required" },
  ]);
  const own = await exchange({ client_id: "stranger", subject_token_type: idTokenType });
  expect([own.status, await own.json()]).toMatchObject([400, { error: "invalid_request" }]);
});

it.each([
  ["a token that the hook denies", { subject_token: "old" }, 403, "access_denied"],
  ["nobody", { nobody: "yes" }, 403, "invalid_grant"],
  ["an unknown type", { subject_token_type: "https://x.example" }, 400, "invalid_request"],
  ["no type", { subject_token_type: "" }, 400, "invalid_request"],
  ["no token", { subject_token: "" }, 400, "invalid_request"],
  ["a text as an ID token", { subject_token_type: idTokenType }, 403, "invalid_grant"],
  ["an unknown audience", { audience: "https://no.example" }, 403, "access_denied"],
] as const)("does not exchange %s", async (_what, changes, status, error) => {
  const response = await exchange(changes);
  expect([response.status, await response.json()]).toMatchObject([status, { error }]);
});
