import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningTenant } from "../index.js";
import { ada, app, jsonOf, startTestTenant, testSeed, visit } from "../../test/visitor.js";

let tenant: RunningTenant;

beforeAll(async () => {
  const seed = testSeed();
  seed.users?.push({ email: "grace@example.com", password: ada.password });
  tenant = await startTestTenant({ seed });
});
afterAll(() => tenant.close());

const create = "create:current_user_device_credentials";
const remove = "delete:current_user_device_credentials";
const phone = { type: "public_key", device_name: "Phone", device_id: "p-1", value: "a2V5" };

/** Signs in and calls the endpoint with the token that comes of it. */
async function signInAs(username: string, scope = `${create} ${remove}`) {
  const visitor = visit(tenant);
  const response = await visitor.postJson(
    "/oauth/token",
    {
      grant_type: "http://auth0.com/oauth/grant-type/password-realm",
      realm: "Username-Password-Authentication",
      client_id: "portico-demo",
      username,
      password: ada.password,
      scope: `openid ${scope}`,
      audience: `${tenant.url}/api/v2/`,
    },
    { origin: app },
  );
  const { access_token: token } = await jsonOf<{ access_token: string }>(response);
  const headers = { authorization: `Bearer ${token}`, origin: app };
  return {
    add: (body: unknown) => visitor.postJson("/api/v2/device-credentials", body, headers),
    remove: (id: string) =>
      visitor.request(`/api/v2/device-credentials/${id}`, { method: "DELETE", headers }),
  };
}

it("keeps a public key for the caller, and takes it away again", async () => {
  const account = await signInAs("ada@example.com");
  const added = await account.add(phone);
  expect(added.status).toBe(201);
  const body = await jsonOf<{ id: string }>(added);
  expect(body).toEqual({ id: expect.stringMatching(/^dcr_./) });
  for (const _ of ["there", "gone already"]) {
    expect((await account.remove(body.id)).status).toBe(204);
  }
});

it("leaves what belongs to somebody else alone", async () => {
  const owner = await signInAs("ada@example.com");
  const { id } = await jsonOf<{ id: string }>(await owner.add(phone));
  const other = await signInAs("grace@example.com");
  const refused = await other.remove(id);
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { errorCode: "insufficient_scope" },
  ]);
});

it.each([
  ["adding without the scope for it", remove, "add"],
  ["removing without the scope for it", create, "remove"],
] as const)("refuses %s", async (_what, scope, what) => {
  const account = await signInAs("ada@example.com", scope);
  const refused = what === "add" ? await account.add(phone) : await account.remove("dcr_none");
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { statusCode: 403, errorCode: "insufficient_scope" },
  ]);
});

it.each([
  ["another type", { ...phone, type: "refresh_token" }],
  ["no name", { ...phone, device_name: undefined }],
  ["no device", { ...phone, device_id: "" }],
  ["a key that is no text", { ...phone, value: 1 }],
  ["a list", []],
])("refuses %s", async (_what, body) => {
  const account = await signInAs("ada@example.com");
  const refused = await account.add(body);
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { statusCode: 400, errorCode: "invalid_body" },
  ]);
});
