import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { ada, app, jsonOf, startTestTenant, testSeed, visit } from "../../test/visitor.js";

let tenant: RunningTenant;

const everyScope = [
  "read:current_user",
  "update:current_user_metadata",
  "update:current_user_identities",
].join(" ");

beforeAll(async () => {
  const seed = testSeed();
  const [first] = seed.clients;
  if (!first) throw new Error("The sample seed has no client.");
  seed.clients.push({ ...first, clientId: "another", name: "Another" });
  for (const name of ["grace", "alan", "joan", "mary", "rosalind"]) {
    seed.users?.push({ email: `${name}@example.com`, password: ada.password, name });
  }
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

interface Account {
  readonly userId: string;
  readonly idToken: string;
  readonly call: (method: string, path?: string, body?: unknown) => Promise<Response>;
}

/** Signs in and calls the Management API with the token that comes of it. */
async function signInAs(
  username: string,
  scope = everyScope,
  client = "portico-demo",
): Promise<Account> {
  const visitor = visit(tenant);
  const response = await visitor.postJson(
    "/oauth/token",
    {
      grant_type: "http://auth0.com/oauth/grant-type/password-realm",
      realm: "Username-Password-Authentication",
      client_id: client,
      username,
      password: ada.password,
      scope: `openid ${scope}`,
      audience: `${tenant.url}/api/v2/`,
    },
    { origin: app },
  );
  const tokens = await jsonOf<{ access_token: string; id_token: string }>(response);
  const [, payload = ""] = tokens.id_token.split(".");
  const { sub } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { sub: string };
  return {
    userId: sub,
    idToken: tokens.id_token,
    call: (method, path = "", body) =>
      visitor.request(`/api/v2/users/${encodeURIComponent(sub)}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${tokens.access_token}`,
          origin: app,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

interface UserBody {
  user_id: string;
  email: string;
  user_metadata: Record<string, unknown>;
  identities: { provider: string; user_id: string; connection: string; profileData?: object }[];
}

it("shows a signed-in user to themselves, without a password hash", async () => {
  const account = await signInAs("grace@example.com");
  const response = await account.call("GET");
  const body = await jsonOf<UserBody>(response);
  expect(response.status).toBe(200);
  expect(body).toMatchObject({
    user_id: account.userId,
    email: "grace@example.com",
    email_verified: true,
    name: "grace",
    user_metadata: {},
    identities: [
      {
        connection: "Username-Password-Authentication",
        provider: "auth0",
        user_id: account.userId.slice("auth0|".length),
        isSocial: false,
      },
    ],
    logins_count: 1,
  });
  expect(JSON.stringify(body)).not.toMatch(/scrypt|hash/);
});

it("merges metadata at the first level; null removes one, an empty object all", async () => {
  const account = await signInAs("grace@example.com");
  const patch = async (metadata: object) => {
    const response = await account.call("PATCH", "", { user_metadata: metadata });
    expect(response.status).toBe(200);
    return (await jsonOf<UserBody>(response)).user_metadata;
  };
  await patch({ theme: { dark: true, size: 2 }, plan: "pro" });
  expect(await patch({ theme: { dark: false }, city: "London" })).toEqual({
    theme: { dark: false },
    plan: "pro",
    city: "London",
  });
  expect(await patch({ plan: null })).toEqual({ theme: { dark: false }, city: "London" });
  expect(await patch({})).toEqual({});
});

it("keeps no more metadata than a profile needs", async () => {
  const account = await signInAs("grace@example.com");
  const patch = (value: string, name: string) =>
    account.call("PATCH", "", { user_metadata: { [name]: value } });
  expect((await patch("x".repeat(60_000), "first")).status).toBe(200);
  const refused = await patch("x".repeat(60_000), "second");
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { errorCode: "invalid_body" },
  ]);
  await account.call("PATCH", "", { user_metadata: {} });
});

it("lets create:current_user_metadata write the first metadata only", async () => {
  const account = await signInAs("rosalind@example.com", "create:current_user_metadata");
  expect((await account.call("PATCH", "", { user_metadata: { a: 1 } })).status).toBe(200);
  const again = await account.call("PATCH", "", { user_metadata: { b: 2 } });
  expect(again.status).toBe(403);
});

it("links an account by its ID token, makes it part of the first, and gives it back", async () => {
  const primary = await signInAs("alan@example.com");
  const secondary = await signInAs("joan@example.com");
  const linked = await primary.call("POST", "/identities", { link_with: secondary.idToken });
  expect(linked.status).toBe(201);
  expect(await linked.json()).toMatchObject([
    { user_id: primary.userId.slice(6) },
    {
      user_id: secondary.userId.slice(6),
      provider: "auth0",
      profileData: { email: "joan@example.com", email_verified: true, name: "joan" },
    },
  ]);
  expect((await signInAs("joan@example.com")).userId).toBe(primary.userId);
  const gone = await secondary.call("GET");
  expect([gone.status, await gone.json()]).toMatchObject([404, { errorCode: "inexistent_user" }]);
  const again = await primary.call("POST", "/identities", { link_with: secondary.idToken });
  expect([again.status, await again.json()]).toMatchObject([404, { errorCode: "inexistent_user" }]);

  const unlinked = await primary.call("DELETE", `/identities/auth0/${secondary.userId.slice(6)}`);
  expect(unlinked.status).toBe(200);
  expect(await unlinked.json()).toHaveLength(1);
  const restored = await signInAs("joan@example.com");
  expect(restored.userId).toBe(secondary.userId);
  expect(await jsonOf<UserBody>(await restored.call("GET"))).toMatchObject({
    email: "joan@example.com",
    email_verified: true,
    name: "joan",
  });
});

it("ends the sessions of an account that was linked into another", async () => {
  const visitor = visit(tenant);
  await visitor.signIn({ username: "mary@example.com" });
  const primary = await signInAs("alan@example.com");
  const secondary = await signInAs("mary@example.com");
  await primary.call("POST", "/identities", { link_with: secondary.idToken });
  const silent = await visitor.authorize({ prompt: "none" });
  expect(silent.headers.get("location")).toContain("error=login_required");
});

it.each([
  ["another user", "read:current_user", "GET", "other", undefined, 403, "insufficient_scope"],
  ["too few scopes", "openid", "GET", "own", undefined, 403, "insufficient_scope"],
  [
    "metadata without a scope to write",
    "read:current_user",
    "PATCH",
    "own",
    { user_metadata: {} },
    403,
    "insufficient_scope",
  ],
  ["an attribute", everyScope, "PATCH", "own", { email: "x@y.z" }, 403, "insufficient_scope"],
  ["blocked", everyScope, "PATCH", "own", { blocked: false }, 403, "insufficient_scope"],
  ["app_metadata", everyScope, "PATCH", "own", { app_metadata: {} }, 403, "insufficient_scope"],
  ["an empty body", everyScope, "PATCH", "own", {}, 400, "invalid_body"],
  ["a list", everyScope, "PATCH", "own", [], 400, "invalid_body"],
  [
    "metadata that is a text",
    everyScope,
    "PATCH",
    "own",
    { user_metadata: "a" },
    400,
    "invalid_body",
  ],
  [
    "metadata that is a list",
    everyScope,
    "PATCH",
    "own",
    { user_metadata: [] },
    400,
    "invalid_body",
  ],
] as const)("refuses %s", async (_what, scope, method, target, body, status, errorCode) => {
  const account = await signInAs("ada@example.com", scope);
  const { userId: other } = await signInAs("grace@example.com");
  const response =
    target === "own"
      ? await account.call(method, "", body)
      : await account.call(method, `/../${encodeURIComponent(other)}`, body);
  expect([response.status, await response.json()]).toMatchObject([
    status,
    { statusCode: status, errorCode },
  ]);
});

it.each([
  ["nothing", () => ({}), 400],
  ["no token", () => ({ link_with: 5 }), 400],
  ["a text that is no token", () => ({ link_with: "a.b.c" }), 400],
  ["an account by its name", () => ({ provider: "auth0", user_id: "x" }), 403],
] as const)("links nobody by %s", async (_what, body, status) => {
  const account = await signInAs("ada@example.com");
  const response = await account.call("POST", "/identities", body());
  expect(response.status).toBe(status);
});

it("links nobody by a token for another client, of the same user, or with a broken signature", async () => {
  const account = await signInAs("ada@example.com");
  const foreign = await signInAs("grace@example.com", everyScope, "another");
  const other = await signInAs("grace@example.com");
  const same = await account.call("POST", "/identities", { link_with: account.idToken });
  expect([same.status, await same.json()]).toMatchObject([
    400,
    { message: "Main identity and the new one are the same" },
  ]);
  for (const token of [foreign.idToken, `${other.idToken.slice(0, -4)}AAAA`]) {
    const response = await account.call("POST", "/identities", { link_with: token });
    expect(response.status).toBe(400);
  }
  expect((await jsonOf<UserBody>(await other.call("GET"))).user_id).toBe(other.userId);
});

it("unlinks neither the main identity nor one that is not there", async () => {
  const account = await signInAs("ada@example.com");
  const own = await account.call("DELETE", `/identities/auth0/${account.userId.slice(6)}`);
  expect(own.status).toBe(400);
  const none = await account.call("DELETE", "/identities/google-oauth2/1");
  expect(none.status).toBe(404);
  expect((await account.call("GET")).status).toBe(200);
});

it.each([
  ["no token", undefined, "Missing authentication"],
  ["a text that is no token", "Bearer x", "Invalid token"],
  ["another scheme", "Basic YTpi", "Missing authentication"],
])("asks for authentication with %s", async (_what, authorization, message) => {
  const response = await visit(tenant).request("/api/v2/users/auth0%7C1", {
    headers: authorization === undefined ? {} : { authorization },
  });
  expect([response.status, await response.json()]).toMatchObject([
    401,
    { statusCode: 401, error: "Unauthorized", message },
  ]);
});

it("takes no token for another audience, and none that is over", async () => {
  const visitor = visit(tenant);
  const { access_token: token } = await visitor.exchange();
  const wrong = await visitor.request("/api/v2/users/x", {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(wrong.status).toBe(401);
  const account = await signInAs("ada@example.com");
  tenant.clock.offset(86_400_000 + 1000);
  const over = await account.call("GET");
  tenant.clock.offset(0);
  expect(over.status).toBe(401);
});
