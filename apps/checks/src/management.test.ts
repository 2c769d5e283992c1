import { ManagementClient, type Management, type UserId } from "@portico/core";
import { startTenant, type RunningTenant } from "@portico/tenant";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { managementOf, managementSeed, signInTo } from "./management-accounts.js";

let tenant: RunningTenant;

beforeAll(async () => {
  const seed = managementSeed(["alan", "joan", "grace", "mary", "rosalind", "emmy"]);
  tenant = await startTenant({ port: 0, seed, scryptCost: 1024 });
});
beforeEach(() => {
  tenant.faults.clear();
  tenant.clearRequests();
});
afterAll(() => tenant.close());

/** What the Management API was asked: `GET /api/v2/users/auth0%7C1`. */
function asked(): string[] {
  return tenant
    .requests()
    .filter(({ path, preflight }) => path.startsWith("/api/v2/") && !preflight)
    .map(({ method, path }) => `${method} ${path}`);
}

describe("a user's profile", () => {
  test("is read with one scope, field by field", async () => {
    const { client, userId, asked: scopes } = await managementOf(tenant, "ada");
    const profile = await client.getUser(userId);
    expect(profile).toEqual({
      userId,
      identities: [
        {
          provider: "auth0",
          userId: userId.slice("auth0|".length),
          connection: "Username-Password-Authentication",
          isSocial: false,
        },
      ],
      name: "Ada Lovelace",
      nickname: expect.any(String),
      email: "ada@example.com",
      emailVerified: true,
      createdAt: expect.stringMatching(/^\d{4}-/),
      updatedAt: expect.stringMatching(/^\d{4}-/),
      lastLogin: expect.stringMatching(/^\d{4}-/),
      loginsCount: expect.any(Number),
      userMetadata: {},
      appMetadata: {},
    });
    expect(scopes).toEqual([["read:current_user"]]);
    expect(await client.listIdentities(userId)).toEqual(profile.identities);
  });

  test("has metadata that are merged at the first level, and kept as they were written", async () => {
    const { client, userId, asked: scopes } = await managementOf(tenant, "rosalind");
    const theme = { darkMode: { font_size: [1, null] }, city: "London" };
    await client.updateUserMetadata(userId, { theme, plan_name: "pro" });
    const changed = await client.updateUserMetadata(userId, { theme: { a: 1 }, plan_name: null });
    expect(changed.userMetadata).toEqual({ theme: { a: 1 } });
    expect((await client.getUser(userId)).userMetadata).toEqual({ theme: { a: 1 } });
    const writing = ["create:current_user_metadata", "update:current_user_metadata"];
    expect(scopes.slice(0, 2)).toEqual([writing, [...writing, "delete:current_user_metadata"]]);
  });

  test.each([{}, { theme: undefined }])(
    "is not emptied by the patch %j, which names nothing",
    async (patch) => {
      const { client, userId } = await managementOf(tenant, "rosalind");
      await client.updateUserMetadata(userId, { kept: true });
      await expect(client.updateUserMetadata(userId, patch)).rejects.toThrow("Nothing was sent.");
      expect((await client.getUser(userId)).userMetadata).toMatchObject({ kept: true });
    },
  );

  test("takes any attributes to the tenant, which judges them", async () => {
    const { client, userId } = await managementOf(tenant, "rosalind");
    const patched = await client.patchUserAttributes(userId, { user_metadata: { a: 1 } });
    expect(patched.userMetadata).toMatchObject({ a: 1 });
    await expect(client.patchUserAttributes(userId, { email: "x@y.z" })).rejects.toMatchObject({
      code: "insufficient_scope",
    });
  });
});

describe("linking", () => {
  test("makes two users one, which either account leads to, and unlinking makes them two again", async () => {
    const primary = await managementOf(tenant, "alan");
    const secondary = await managementOf(tenant, "joan");
    await secondary.client.updateUserMetadata(secondary.userId, { lost: true });
    const linked = await primary.client.linkIdentity(primary.userId, secondary);
    const secondId = secondary.userId.slice("auth0|".length);
    expect(linked).toEqual([
      expect.objectContaining({ userId: primary.userId.slice("auth0|".length) }),
      {
        provider: "auth0",
        userId: secondId,
        connection: "Username-Password-Authentication",
        isSocial: false,
        profileData: expect.objectContaining({ email: "joan@example.com" }),
      },
    ]);
    expect(primary.asked).toEqual([["update:current_user_identities"]]);
    expect((await signInTo(tenant, "joan", [])).userId).toBe(primary.userId);
    expect((await primary.client.getUser(primary.userId)).userMetadata).toEqual({});
    expect(tenant.state().users.some(({ userId }) => userId === secondary.userId)).toBe(false);

    const identity = { provider: "auth0", userId: secondId };
    const left = await primary.client.unlinkIdentity(primary.userId, identity);
    expect(left).toEqual([linked[0]]);
    const restored = await managementOf(tenant, "joan");
    expect(restored.userId).toBe(secondary.userId);
    expect((await restored.client.getUser(restored.userId)).userMetadata).toEqual({});
  });

  test.each([
    ["the user's own account", "mary", "portico-demo", "invalid_request"],
    [
      "an account that another application has seen signed in",
      "grace",
      "another-app",
      "invalid_request",
    ],
  ] as const)("is refused for %s", async (_what, name, clientId, code) => {
    const primary = await managementOf(tenant, "mary");
    const { idToken } = await signInTo(tenant, name, [], clientId);
    await expect(primary.client.linkIdentity(primary.userId, { idToken })).rejects.toMatchObject({
      code,
    });
  });

  test("is refused for a user who is gone already", async () => {
    const primary = await managementOf(tenant, "mary");
    const secondary = await managementOf(tenant, "emmy");
    await primary.client.linkIdentity(primary.userId, secondary);
    await expect(primary.client.linkIdentity(primary.userId, secondary)).rejects.toMatchObject({
      code: "inexistent_user",
      status: 404,
    });
  });

  test.each([
    ["the account that the user is known by", "own", "invalid_request"],
    ["one that is not there", "none", "inexistent_user"],
  ])("does not unlink %s", async (_what, which, code) => {
    const { client, userId } = await managementOf(tenant, "mary");
    const identity = which === "own" ? userId.slice("auth0|".length) : "nobody";
    await expect(
      client.unlinkIdentity(userId, { provider: "auth0", userId: identity }),
    ).rejects.toMatchObject({ code });
  });
});

test("device credentials are added and removed", async () => {
  const { client, asked: scopes } = await managementOf(tenant, "grace");
  const id = await client.createDeviceCredential({
    deviceName: "Phone",
    deviceId: "phone-1",
    value: "a2V5",
  });
  expect(await client.deleteDeviceCredential(id)).toBeUndefined();
  expect(scopes).toEqual([
    ["create:current_user_device_credentials"],
    ["delete:current_user_device_credentials"],
  ]);
});

describe("what is in an id stays in its segment of the path", () => {
  const strange = ["auth0|1 2/3", "auth0|/../x", "auth0|#a?b=c%2F", "auth0|é|\u{1f600}", "a|.."];

  test.each(strange)("of the user %j", async (userId) => {
    const { client } = await managementOf(tenant, "ada");
    tenant.clearRequests();
    await expect(client.getUser(userId as UserId)).rejects.toMatchObject({
      code: "insufficient_scope",
    });
    expect(asked()).toEqual([`GET /api/v2/users/${encodeURIComponent(userId)}`]);
  });

  test("of the provider and the account", async () => {
    const { client, userId } = await managementOf(tenant, "ada");
    tenant.clearRequests();
    const identity = { provider: "../x#", userId: "?/../y" };
    await expect(client.unlinkIdentity(userId, identity)).rejects.toMatchObject({
      code: "inexistent_user",
    });
    expect(asked()).toEqual([
      `DELETE /api/v2/users/${encodeURIComponent(userId)}/identities/..%2Fx%23/%3F%2F..%2Fy`,
    ]);
  });

  test.each([
    ["an account called ..", (api: Management, id: UserId) => unlink(api, id, "..")],
    ["an account called .", (api: Management, id: UserId) => unlink(api, id, ".")],
    ["an account without an id", (api: Management, id: UserId) => unlink(api, id, "")],
    ["half a character", (api: Management, id: UserId) => unlink(api, id, "\ud800")],
    ["a device credential called ..", (api: Management) => api.deleteDeviceCredential("..")],
  ])("and %s, which could not, is the developer's mistake", async (_what, call) => {
    const { client, userId } = await managementOf(tenant, "ada");
    tenant.clearRequests();
    await expect(call(client, userId)).rejects.toThrow("Nothing was sent.");
    expect(asked()).toEqual([]);
  });

  function unlink(api: Management, user: UserId, userId: string) {
    return api.unlinkIdentity(user, { provider: "auth0", userId });
  }
});

describe("is the developer's mistake, and sends nothing:", () => {
  const bare = "5f7c8ec7c33c6c004bbafe82" as UserId;

  test.each<[string, (api: Management) => Promise<unknown>]>([
    ["reading", (api) => api.getUser(bare)],
    ["writing metadata for", (api) => api.updateUserMetadata(bare, { a: 1 })],
    ["linking to", (api) => api.linkIdentity(bare, { idToken: "x" })],
    ["unlinking from", (api) => api.unlinkIdentity(bare, { provider: "a", userId: "b" })],
  ])("%s a user whose id lacks its provider", async (_what, call) => {
    const { client } = await managementOf(tenant, "ada");
    tenant.clearRequests();
    await expect(call(client)).rejects.toThrow("Pass the whole id, such as auth0|");
    expect(tenant.requests()).toEqual([]);
  });

  test("an ID token for an access token, however it is given", async () => {
    const { userId, idToken } = await signInTo(tenant, "ada", ["read:current_user"]);
    tenant.clearRequests();
    const recipe = `getAccessToken({ audience: "${tenant.url}/api/v2/"`;
    expect(() => new ManagementClient({ domain: tenant.url, token: idToken })).toThrow(recipe);
    const lazily = new ManagementClient({ domain: tenant.url, token: async () => idToken });
    await expect(lazily.getUser(userId)).rejects.toThrow(recipe);
    expect(tenant.requests()).toEqual([]);
  });

  test.each(["", undefined])("no token: %j", async (token) => {
    const given = { domain: tenant.url, token: token as string };
    expect(() => new ManagementClient(given)).toThrow("without an access token");
    const lazily = new ManagementClient({ domain: tenant.url, token: async () => token as string });
    await expect(lazily.getUser("auth0|1")).rejects.toThrow("without an access token");
  });

  test.each(["http://example.com", "https://example.com/path", ""])("the domain %j", (domain) => {
    expect(() => new ManagementClient({ domain, token: "x" })).toThrow("Portico was configured");
  });
});

describe("fails as", () => {
  test("insufficient_scope for a token that lacks the scope, with one request", async () => {
    const { userId, accessToken } = await signInTo(tenant, "ada", ["read:current_user"]);
    const client = new ManagementClient({ domain: tenant.url, token: accessToken });
    tenant.clearRequests();
    await expect(client.updateUserMetadata(userId, { a: 1 })).rejects.toMatchObject({
      code: "insufficient_scope",
      status: 403,
    });
    expect(asked()).toHaveLength(1);
  });

  test("access_denied for a token that the tenant does not take", async () => {
    const client = new ManagementClient({ domain: tenant.url, token: "opaque" });
    await expect(client.getUser("auth0|1")).rejects.toMatchObject({
      code: "access_denied",
      status: 401,
    });
  });

  test.each([
    ["429-global", "rate_limited"],
    ["html500", "server"],
    ["network", "network"],
    ["html200", "invalid_response"],
    ["object200", "invalid_response"],
    ["array200", "invalid_response"],
    ["null200", "invalid_response"],
    ["empty204", "invalid_response"],
    ["json-truncated", "invalid_response"],
  ] as const)("the tenant's %s says, after one request of each kind", async (fault, code) => {
    const { client, userId } = await managementOf(tenant, "ada");
    const secret = await signInTo(tenant, "grace", []);
    const path = `/api/v2/users/${userId}`;
    tenant.faults.add({ match: { path }, fault, times: 2 });
    tenant.faults.add({ match: { path: `${path}/identities` }, fault });
    tenant.clearRequests();
    for (const call of [
      () => client.getUser(userId),
      () => client.updateUserMetadata(userId, { a: 1 }),
      () => client.linkIdentity(userId, secret),
    ]) {
      const error: unknown = await call().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code });
      expect(JSON.stringify(error)).not.toContain(secret.idToken);
    }
    expect(asked().map((line) => line.split(" ")[0])).toEqual(["GET", "PATCH", "POST"]);
  });

  test("timeout when no answer comes", async () => {
    const { userId, accessToken } = await signInTo(tenant, "ada", ["read:current_user"]);
    tenant.faults.add({ fault: "hang" });
    const client = new ManagementClient({ domain: tenant.url, token: accessToken, deadline: 50 });
    await expect(client.getUser(userId)).rejects.toMatchObject({
      code: "timeout",
      details: { deadline: 50 },
    });
  });

  test("timeout when the app gives no token, and aborted when it does not want one any more", async () => {
    const never = () => new Promise<string>(() => {});
    const client = new ManagementClient({ domain: tenant.url, token: never, deadline: 50 });
    await expect(client.getUser("auth0|1")).rejects.toMatchObject({ code: "timeout" });
    const signal = AbortSignal.abort();
    await expect(client.getUser("auth0|1", { signal })).rejects.toMatchObject({ code: "aborted" });
    expect(tenant.requests()).toEqual([]);
  });

  test("the app's own token function does", async () => {
    const failing = () => Promise.reject(new Error("not now"));
    const client = new ManagementClient({ domain: tenant.url, token: failing });
    await expect(client.getUser("auth0|1")).rejects.toThrow("not now");
  });
});
