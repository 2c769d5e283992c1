import { afterEach, expect, it, vi } from "vitest";
import type { RunningTenant, TenantOptions } from "../index.js";
import {
  ada,
  clientId,
  fragmentOf,
  jsonOf,
  queryOf,
  realm,
  realmType,
  startTestTenant,
  visit,
  type TokenBody,
} from "../../test/visitor.js";

let tenant: RunningTenant;

afterEach(async () => {
  vi.restoreAllMocks();
  await tenant.close();
});

const start = async (onLogin: NonNullable<TenantOptions["onLogin"]>) => {
  tenant = await startTestTenant({ onLogin });
};

const grant = () =>
  visit(tenant).postForm("/oauth/token", {
    grant_type: realmType,
    client_id: clientId,
    realm,
    scope: "openid",
    ...ada,
  });

async function redirect(parameters: Record<string, string> = {}) {
  const visitor = visit(tenant);
  const { login_ticket: ticket } = await jsonOf<{ login_ticket: string }>(
    await visitor.coAuthenticate(),
  );
  return visitor.authorize({ login_ticket: ticket, ...parameters });
}

const claimsOf = (token = "") =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as object;

it("tells the login hook who signs in, to what, and how", async () => {
  const hook = vi.fn<NonNullable<TenantOptions["onLogin"]>>(() => undefined);
  await start(hook);
  await redirect();
  await grant();
  expect(hook.mock.calls.map(([event]) => event)).toMatchObject([
    {
      user: { email: ada.username },
      client: { clientId },
      connection: realm,
      protocol: "redirect",
    },
    { protocol: "token", scope: "openid", organization: null, audience: null },
  ]);
});

it("refuses a login that the hook denies, with the hook's words", async () => {
  await start(() => ({ deny: "Not on Sundays." }));
  const response = await redirect();
  expect(queryOf(response).get("error")).toBe("unauthorized");
  expect(queryOf(response).get("error_description")).toBe("Not on Sundays.");
  const refused = await grant();
  expect([refused.status, await refused.json()]).toMatchObject([403, { error: "unauthorized" }]);
});

it("asks for a second factor when the hook does", async () => {
  await start(() => ({ mfa: true }));
  expect((await redirect()).headers.get("location")).toMatch(/^\/u\/mfa/);
  expect(await (await grant()).json()).toMatchObject({ error: "mfa_required" });
});

it("adds the hook's claims, but lets them overwrite nothing that the protocol defines", async () => {
  const idTokenClaims = {
    plan: "pro",
    sub: "auth0|somebody",
    aud: "x",
    iss: "x",
    exp: 1,
    nonce: "x",
  };
  await start(() => ({ idTokenClaims, accessTokenClaims: { tier: 2, sub: "x", scope: "admin" } }));
  const { id_token: idToken } = await jsonOf<TokenBody>(await grant());
  expect(claimsOf(idToken)).toMatchObject({ plan: "pro", aud: clientId, iss: tenant.issuer });
  expect(claimsOf(idToken)).not.toMatchObject({ sub: "auth0|somebody" });
  const implicit = await redirect({
    response_type: "token id_token",
    nonce: "n",
    audience: "https://api.portico.example",
    scope: "openid read:projects",
  });
  const members = fragmentOf(implicit);
  expect(claimsOf(members.get("id_token") ?? "")).toMatchObject({ plan: "pro", nonce: "n" });
  expect(claimsOf(members.get("access_token") ?? "")).toMatchObject({
    tier: 2,
    scope: "openid read:projects",
  });
});

it("lets nobody in when the hook fails, and says so to whoever runs the tenant", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await start(() => {
    throw new Error("a mistake in the hook");
  });
  expect(queryOf(await redirect()).get("error")).toBe("access_denied");
  expect((await grant()).status).toBe(403);
  expect(String(written.mock.calls[0]?.[0])).toContain("a mistake in the hook");
});

it.each([
  ["blocked+x@example.com", "unauthorized"],
  ["deny+x@example.com", "unauthorized"],
  ["rule+x@example.com", "unauthorized"],
  ["mfa+x@example.com", "mfa_required"],
  ["bot+x@example.com", "requires_verification"],
])("plays the part that %s asks for", async (email, error) => {
  await start(() => undefined);
  const visitor = visit(tenant);
  const password = "Long-enough-42";
  await visitor.postJson(
    "/dbconnections/signup",
    { client_id: clientId, connection: realm, email, password },
    {},
  );
  const response = await visitor.postForm("/oauth/token", {
    grant_type: realmType,
    client_id: clientId,
    realm,
    username: email,
    password,
  });
  expect(await response.json()).toMatchObject({ error });
});
