import { afterEach, describe, expect, test, vi } from "vitest";
import { provenIdentity } from "../identity/proven-identity.js";
import { ManagementClient } from "./management-client.js";

const userId = "auth0|ada";
const account = { provider: "auth0", user_id: "ada", connection: "users", isSocial: false };
const client = new ManagementClient({ domain: "tenant.example", token: "opaque" });

/** A tenant that answers every request with this JSON. */
function answering(json: string) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(json));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe("a profile", () => {
  test("has what the tenant says, each field in its own type, and nothing else", async () => {
    const odd = { name: 5, email_verified: "true", logins_count: "9", given_name: "Ada", x: "y" };
    answering(JSON.stringify({ user_id: userId, identities: [account], ...odd }));
    expect(await client.getUser(userId)).toEqual({
      userId,
      identities: [{ provider: "auth0", userId: "ada", connection: "users", isSocial: false }],
      givenName: "Ada",
      emailVerified: true,
      userMetadata: {},
      appMetadata: {},
    });
  });

  test("leaves metadata as they are and takes no harm from the names in them", async () => {
    const metadata = `{"__proto__":{"polluted":1},"constructor":{"a_b":[null]},"snake_case":{"x_y":1}}`;
    const profileData = `{"__proto__":{"polluted":1},"name":"A"}`;
    answering(
      `{"user_id":"auth0|ada","__proto__":{"name":"x"},"user_metadata":${metadata},"identities":[{"__proto__":{"isSocial":true},"provider":"p","user_id":7,"connection":"c","isSocial":"yes","profileData":${profileData}}]}`,
    );
    const profile = await client.getUser(userId);
    expect(JSON.stringify(profile.userMetadata)).toBe(metadata);
    expect(profile.name).toBeUndefined();
    expect(profile.identities).toMatchObject([{ userId: "7", isSocial: false }]);
    expect(JSON.stringify(profile.identities[0]?.profileData)).toBe(profileData);
    expect(Object.getPrototypeOf(profile)).toBe(Object.prototype);
    expect("polluted" in {}).toBe(false);
  });

  test.each([
    ["of somebody else", { user_id: "auth0|eve", identities: [account] }],
    ["of nobody", { identities: [account] }],
    ["without accounts", { user_id: userId }],
    ["with no account at all", { user_id: userId, identities: [] }],
    ["with accounts in an object", { user_id: userId, identities: { 0: account } }],
    ["with an account that is none", { user_id: userId, identities: [account, null] }],
    [
      "with an account of no provider",
      { user_id: userId, identities: [{ ...account, provider: 1 }] },
    ],
    ["with an account of no id", { user_id: userId, identities: [{ ...account, user_id: "" }] }],
  ])("%s is an invalid response", async (_what, body) => {
    answering(JSON.stringify(body));
    await expect(client.getUser(userId)).rejects.toMatchObject({ code: "invalid_response" });
  });
});

test.each(["[]", "{}", "null", `[{"provider":"auth0"}]`, "<html>"])(
  "the answer %s to a link is an invalid response, and the link is sent once",
  async (body) => {
    const fetch = answering(body);
    const linking = client.linkIdentity(userId, { idToken: "a.b.c" });
    await expect(linking).rejects.toMatchObject({ code: "invalid_response" });
    expect(fetch).toHaveBeenCalledOnce();
  },
);

test.each(["{}", `{"id":5}`, `{"id":""}`, "[]"])(
  "the answer %s to a new device credential is an invalid response",
  async (body) => {
    answering(body);
    const credential = { deviceName: "n", deviceId: "d", value: "v" };
    await expect(client.createDeviceCredential(credential)).rejects.toMatchObject({
      code: "invalid_response",
    });
  },
);

test("a proven identity is linked by the token that it holds, and only by the object itself", async () => {
  const fetch = answering(JSON.stringify([account]));
  const proven = provenIdentity({ sub: "google|1" }, Date.now(), { idToken: "an.id.token" });
  await client.linkIdentity(userId, proven);
  expect(fetch.mock.calls[0]?.[1]?.body).toBe(`{"link_with":"an.id.token"}`);
  const copy = { ...proven };
  await expect(client.linkIdentity(userId, copy)).rejects.toThrow("Nothing was sent.");
  expect(fetch).toHaveBeenCalledOnce();
});

function withToken(claims: object): () => ManagementClient {
  const token = `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;
  return () => new ManagementClient({ domain: "tenant.example", token });
}

test.each([
  ["another tenant", { aud: "https://other.example/api/v2/" }],
  ["an application", { aud: "spa" }],
  ["several others", { aud: ["spa", "https://other.example/"] }],
  ["somebody else, in the letters that only addresses have", { aud: "spa", name: "a>>>???b" }],
])("a token for %s is the developer's mistake", (_what, claims) => {
  expect(withToken(claims)).toThrow('audience: "https://tenant.example/api/v2/"');
});

test("the audience of its tokens is the address of the API", () => {
  const client = withToken({ aud: "https://tenant.example/api/v2/" })();
  expect(client.audience).toBe("https://tenant.example/api/v2/");
});

test.each([
  ["without an audience", { sub: "x" }],
  ["for several audiences", { aud: ["other", "https://tenant.example/api/v2/"] }],
])("a token %s is the tenant's to judge", (_what, claims) => {
  expect(withToken(claims)).not.toThrow();
});

test.each(["opaque", "a.b", "a.!.c", "e30", "x.bnVsbA.x", "x.MQ.x", "x.e30.x"])(
  "the token %j, which names nobody, is the tenant's to judge",
  (token) => {
    expect(() => new ManagementClient({ domain: "tenant.example", token })).not.toThrow();
  },
);
