import {
  AuthenticationClient,
  legacyCatalogue,
  mfaGrantOf,
  type LegacyName,
} from "@portico/core/authentication";
import type { RunningTenant } from "@portico/tenant";
import { decodeJwt } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ada,
  failureOf,
  hedy,
  openClient,
  realm,
  recordSent,
  requestsTo,
  startAuthenticationTenant,
} from "./authentication-tenant.js";

let old: RunningTenant;
let textual: RunningTenant;
let modern: RunningTenant;
beforeAll(async () => {
  old = await startAuthenticationTenant({ legacyEndpoints: true });
  textual = await startAuthenticationTenant({ legacyEndpoints: "text-flags" });
  modern = await startAuthenticationTenant({ bruteForceLimit: 3 });
});
beforeEach(() => {
  for (const tenant of [old, textual, modern]) {
    tenant.faults.clear();
    tenant.clearRequests();
  }
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await old.close();
  await textual.close();
  await modern.close();
});

const credentials = { ...ada, connection: realm };

/** An ID token of a tenant, to be exchanged. */
async function idTokenOf(tenant: RunningTenant, scope = "openid"): Promise<string> {
  return (await openClient(tenant).oauth.password({ ...ada, scope })).idToken ?? "";
}

describe("the resource-owner endpoint", () => {
  test("signs in with a password and sets no cookie", async () => {
    const sent = recordSent();
    const { legacy } = openClient(old);
    const tokens = await legacy.resourceOwner({ ...credentials, scope: "openid email" });
    expect(tokens).toMatchObject({
      tokenType: "Bearer",
      expiresIn: 86_400,
      claims: { email: ada.username, aud: "portico-demo" },
    });
    const fields = {
      client_id: "portico-demo",
      grant_type: "password",
      scope: "openid email",
      ...credentials,
    };
    expect(sent("/oauth/ro")).toEqual([
      { headers: { "content-type": "application/json" }, credentials: "omit", fields },
    ]);
  });

  test("signs in with a code that was sent, and so does its successor", async () => {
    const { legacy, passwordless } = openClient(old);
    const email = "by-code@example.com";
    const code = async () => {
      await passwordless.sendEmail({ email, send: "code" });
      return (await old.inbox.wait({ to: email, kind: "code" })).code ?? "";
    };
    const params = { connection: "email", username: email };
    const otherwise = { connection: "sms", username: "+15550123456" };
    for (const one of [params, otherwise]) {
      const wrong = legacy.resourceOwner({ ...one, password: "000000" });
      await expect(wrong).rejects.toMatchObject({ code: "invalid_otp" });
    }
    const before = await legacy.resourceOwner({ ...params, password: await code() });
    const after = await passwordless.verify({ email, otp: await code(), scope: "openid" });
    expect(after.claims?.sub).toBe(before.claims?.sub);
  });

  test("sends the fields that only it ever had", async () => {
    const more = { grantType: "password", target: "portico-demo", device: "phone" };
    await openClient(old).legacy.resourceOwner({ ...credentials, ...more });
    const { bodyNames } = old.requests().find(({ path }) => path === "/oauth/ro") ?? {};
    expect(bodyNames).toEqual(expect.arrayContaining(["grant_type", "target", "device"]));
  });

  test("may state no lifetime", async () => {
    const { fetch } = globalThis;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (...given) => {
      const response = await fetch(...given);
      const { expires_in: _, ...rest } = await response.json();
      return Response.json(rest);
    });
    const tokens = await openClient(old).legacy.resourceOwner(credentials);
    expect(tokens).not.toHaveProperty("expiresIn");
    expect(tokens.claims?.sub).toBeTypeOf("string");
  });

  test("tells a wrong password, and verifies what it gets", async () => {
    const { legacy } = openClient(old);
    const wrong = legacy.resourceOwner({ ...credentials, password: "wrong" });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_credentials" });
    old.faults.add({ fault: "token:wrong-key" });
    await expect(legacy.resourceOwner(credentials)).rejects.toMatchObject({
      details: { reason: "signature" },
    });
    const forAnother = legacy.resourceOwner({ ...credentials, target: "server" });
    await expect(forAnother).rejects.toMatchObject({ details: { reason: "audience" } });
    old.faults.add({ fault: "token:missing-at-hash" });
    expect(await legacy.resourceOwner(credentials)).toHaveProperty("claims");
  });

  test("leads to a second factor where one is due", async () => {
    const { legacy, mfa } = openClient(old);
    const { username, password } = hedy;
    const error = await failureOf(legacy.resourceOwner({ connection: realm, username, password }));
    expect(error).toMatchObject({ code: "mfa_required" });
    const { mfaToken = "" } = mfaGrantOf(error) ?? {};
    expect(await mfa.listAuthenticators(mfaToken)).not.toEqual([]);
  });
});

describe("delegation", () => {
  test.each(["legacy", "tokens"] as const)("renews an ID token by %s", async (group) => {
    const idToken = await idTokenOf(old);
    const renewed = await openClient(old)[group].delegation({ idToken, scope: "openid email" });
    expect(renewed).toMatchObject({
      kind: "id_token",
      expiresIn: 36_000,
      claims: { email: ada.username, aud: "portico-demo" },
    });
  });

  test("gives the same where its old name is asked for", async () => {
    const idToken = await idTokenOf(old);
    const renewed = await openClient(old).legacy.delegation({ idToken, apiType: "auth0" });
    expect(renewed).toMatchObject({ kind: "id_token", claims: { aud: "portico-demo" } });
  });

  test("gives a token for another application, also for a refresh token", async () => {
    const { legacy, oauth } = openClient(old);
    const { refreshToken = "" } = await oauth.password({ ...ada, scope: "openid offline_access" });
    const result = await legacy.delegation({ refreshToken, target: "server", apiType: "app" });
    if (result.kind !== "id_token") throw new Error("No ID token.");
    expect(decodeJwt(result.idToken ?? "")).toEqual(result.claims);
    expect(result.claims?.aud).toBe("server");
  });

  test("sends the fields of the reference", async () => {
    const sent = recordSent();
    const idToken = await idTokenOf(old);
    await openClient(old).tokens.delegation({ idToken, target: "server" });
    const [request] = sent("/delegation");
    expect(request?.fields).toEqual({
      client_id: "portico-demo",
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      id_token: idToken,
      target: "server",
      scope: "openid",
      api_type: "app",
    });
  });

  test("hands out an add-on's credentials as they are", async () => {
    const idToken = await idTokenOf(old);
    const result = await openClient(old).legacy.delegation({ idToken, apiType: "aws" });
    expect(result.kind === "credentials" && Object.keys(result.credentials)).toContain("id_token");
  });

  test("has a modern call beside it", async () => {
    const traded = await openClient(modern).oauth.tokenExchange({
      subjectToken: await idTokenOf(modern),
      subjectTokenType: "urn:ietf:params:oauth:token-type:id_token",
      scope: "openid email",
    });
    expect(traded.claims).toMatchObject({ email: ada.username });
  });

  test("refuses a token that is none", async () => {
    const call = openClient(old).legacy.delegation({ idToken: "none" });
    await expect(call).rejects.toMatchObject({ code: "access_denied", status: 401 });
  });
});

describe("the older profile", () => {
  const identities = [
    { user_id: expect.any(String), provider: "auth0", connection: realm, isSocial: false },
  ];
  const older = {
    sub: expect.stringMatching(/^auth0\|/),
    clientID: "portico-demo",
    created_at: expect.any(String),
    identities,
    email: ada.username,
    email_verified: true,
  };

  test.each([
    ["true", () => old],
    ["text", () => textual],
  ])("comes of tokenInfo, whatever the ID token's scope, with flags as %s", async (_, tenant) => {
    const idToken = await idTokenOf(tenant());
    expect(decodeJwt(idToken)).not.toHaveProperty("email");
    const { legacy, tokens } = openClient(tenant());
    const user = await legacy.tokenInfo(idToken);
    expect(user).toMatchObject({ ...older, name: "Ada Lovelace", user_id: user.sub });
    expect(user.sub).toBe(decodeJwt(idToken).sub);
    expect(await tokens.tokenInfo(idToken)).toEqual(user);
    expect(requestsTo(tenant())).toContain("POST /tokeninfo");
  });

  test.each([
    ["true", () => old],
    ["text", () => textual],
  ])("stands beside the claims of userinfo, with flags as %s", async (_, tenant) => {
    const { oauth, users } = openClient(tenant());
    const { accessToken, claims } = await oauth.password({ ...ada, scope: "openid email" });
    const expectedSub = claims?.sub;
    const user = await users.userinfo(accessToken, { expectedSub });
    expect(user).toEqual({ ...older, user_id: expectedSub });
  });

  test("is nobody's for a token that is none, expired or broken", async () => {
    const idToken = await idTokenOf(old);
    const { legacy } = openClient(old);
    const refused = { code: "access_denied", status: 401 };
    await expect(legacy.tokenInfo("none")).rejects.toMatchObject(refused);
    await expect(legacy.tokenInfo(`${idToken.slice(0, -4)}AAAA`)).rejects.toMatchObject(refused);
    old.clock.offset(36_001_000);
    await expect(legacy.tokenInfo(idToken)).rejects.toMatchObject(refused);
    old.clock.offset(0);
  });
});

describe("where the tenant has switched an endpoint off", () => {
  test.each([
    [
      "resourceOwner",
      (c: ReturnType<typeof openClient>) => c.legacy.resourceOwner(credentials),
    ] as const,
    ["delegation", (c: ReturnType<typeof openClient>) => c.tokens.delegation({ idToken: "x" })],
    ["tokenInfo", (c: ReturnType<typeof openClient>) => c.tokens.tokenInfo("x")],
  ] as const)("%s says so and names the modern call", async (name, call) => {
    await expect(call(openClient(modern))).rejects.toMatchObject({
      code: "legacy_endpoint_disabled",
      details: { modern: legacyCatalogue[name].modern },
      status: 404,
      retryable: false,
    });
  });
});

describe("validateUser", () => {
  const validate = (params: object) =>
    openClient(modern).legacy.validateUser({ ...credentials, ...params });

  test("tells whether a password is right, and keeps no token", async () => {
    expect(await validate({})).toBe(true);
    expect(await validate({ password: "wrong" })).toBe(false);
    expect(await validate({ username: "nobody@example.com" })).toBe(false);
    const { username, password } = hedy;
    expect(await validate({ username, password })).toBe(true);
  });

  test("does not take somebody who is locked out for somebody with a wrong password", async () => {
    const { database } = openClient(modern);
    const user = { email: "locked@example.com", password: "Long-enough-42", connection: realm };
    await database.signup(user);
    const params = { username: user.email, password: "wrong" };
    for (const _try of [1, 2, 3]) await validate(params).catch(() => {});
    const call = validate({ ...params, password: user.password });
    await expect(call).rejects.toMatchObject({ code: "too_many_attempts" });
    modern.updateUser(ada.username, { blocked: true });
    await expect(validate({})).rejects.toMatchObject({ code: "blocked_user" });
    modern.updateUser(ada.username, { blocked: false });
  });
});

describe("ssoData", () => {
  test("knows nobody without the tenant's cookie", async () => {
    const sent = vi.spyOn(globalThis, "fetch");
    expect(await openClient(old).legacy.ssoData()).toEqual({ sso: false, sessionClients: [] });
    expect(requestsTo(old)).toEqual(["GET /user/ssodata"]);
    expect(sent.mock.calls).toEqual([
      [`${old.url}/user/ssodata`, expect.objectContaining({ credentials: "include" })],
    ]);
  });

  test("needs an application only to be told of its networks", async () => {
    const { legacy } = new AuthenticationClient({ domain: old.url, deprecationWarnings: false });
    expect(await legacy.ssoData()).toEqual(nobody);
    await expect(legacy.ssoData({ withActiveDirectory: true })).rejects.toThrow(
      "names no application",
    );
    const sent = vi.spyOn(globalThis, "fetch");
    await legacy.ssoData({ withActiveDirectory: true, clientId: "other" });
    expect(sent.mock.calls.map(([url]) => url)).toEqual([
      `${old.url}/user/ssodata?ldaps=1&client_id=other`,
    ]);
  });

  /** What the client learns where `corporate-ad` belongs to these addresses. */
  async function askFrom(ipRanges: string[], withActiveDirectory = true) {
    const office = { name: "corporate-ad", strategy: "ad", kind: "enterprise", ipRanges } as const;
    await old.seed({ clients: [], connections: [office] });
    return openClient(old).legacy.ssoData({ withActiveDirectory });
  }
  const nobody = { sso: false, sessionClients: [] };

  test("names the connection of the network, where it is told to ask", async () => {
    expect(await askFrom(["127.0.0.0/8"])).toEqual({ ...nobody, connection: "corporate-ad" });
    expect(old.requests().map(({ queryNames }) => queryNames)).toEqual([["ldaps", "client_id"]]);
    expect(await askFrom(["127.0.0.0/8"], false)).toEqual(nobody);
    expect(await askFrom(["10.0.0.0/8"])).toEqual(nobody);
  });
});

describe("a new password beside the address", () => {
  const newUser = async (tenant: RunningTenant) => {
    const user = {
      email: `user-${crypto.randomUUID()}@example.com`,
      password: "Long-enough-42",
      connection: realm,
    };
    await openClient(tenant).database.signup(user);
    return user;
  };
  const signsIn = (tenant: RunningTenant, username: string, password: string) =>
    openClient(tenant).legacy.validateUser({ connection: realm, username, password });
  const linkTo = async (tenant: RunningTenant, to: string) =>
    (await tenant.inbox.wait({ to, kind: "reset" })).url ?? "";
  const next = "Even-longer-than-43";

  test.each(["database", "legacy"] as const)(
    "counts once the mailed link is opened, and the old one until then (%s)",
    async (group) => {
      const { email, password, connection } = await newUser(old);
      await openClient(old)[group].changePassword({ email, connection, password: next });
      const link = await linkTo(old, email);
      expect(await signsIn(old, email, password)).toBe(true);
      expect(await signsIn(old, email, next)).toBe(false);
      expect((await fetch(link)).status).toBe(200);
      expect(await signsIn(old, email, password)).toBe(false);
      expect(await signsIn(old, email, next)).toBe(true);
    },
  );

  test("is refused at once where it is weak or known, and nothing is mailed", async () => {
    const { email, connection } = await newUser(old);
    const ask = (password: string) =>
      openClient(old).legacy.changePassword({ email, connection, password });
    await expect(ask("short")).rejects.toMatchObject({
      code: "invalid_password",
      status: 400,
      details: { policy: "strength" },
    });
    await expect(ask("a-leaked-Password-1")).rejects.toMatchObject({ code: "password_leaked" });
    expect(old.inbox.list({ to: email, kind: "reset" })).toEqual([]);
  });

  test("is left unread by a newer tenant, whose link asks for one", async () => {
    const { email, password, connection } = await newUser(modern);
    await openClient(modern).legacy.changePassword({ email, connection, password: next });
    expect(await linkTo(modern, email)).toContain("/u/reset-password");
    await fetch(await linkTo(modern, email));
    expect(await signsIn(modern, email, password)).toBe(true);
  });
});

describe("the console is told of a deprecated call", () => {
  const make = (deprecationWarnings?: boolean) =>
    new AuthenticationClient({ domain: old.url, clientId: "portico-demo", deprecationWarnings });
  const ask = async (client: ReturnType<typeof make>) => {
    await client.legacy.ssoData();
    await client.legacy.ssoData();
    await client.tokens.delegation({ idToken: "x" }).catch(() => {});
    await client.legacy.delegation({ idToken: "x" }).catch(() => {});
  };

  test("once for each name and client, with the modern call", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await ask(make());
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining("legacy.ssoData is deprecated"),
      expect.stringContaining("Call oauth.tokenExchange instead."),
    ]);
    await ask(make(true));
    expect(warn).toHaveBeenCalledTimes(4);
  });

  type Legacy = AuthenticationClient["legacy"];
  test.each<[LegacyName, (legacy: Legacy) => Promise<unknown>]>([
    ["resourceOwner", (legacy) => legacy.resourceOwner(credentials)],
    ["delegation", (legacy) => legacy.delegation({ idToken: "x" })],
    ["tokenInfo", (legacy) => legacy.tokenInfo("x")],
    ["validateUser", (legacy) => legacy.validateUser(credentials)],
    ["ssoData", (legacy) => legacy.ssoData()],
    [
      "changePassword",
      (legacy) => legacy.changePassword({ email: "x", connection: realm, password: "x" }),
    ],
  ])("by its own name: %s", async (name, call) => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    // What the tenant says to it is told elsewhere.
    await call(make().legacy).catch(() => {});
    const { endpoint, modern } = legacyCatalogue[name];
    expect(warn.mock.calls).toEqual([
      [
        `Portico: legacy.${name} is deprecated. Auth0 has retired ${endpoint} in this use. Call ${modern} instead.`,
      ],
    ]);
  });

  test("unless it is not to be, or in production", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await ask(make(false));
    vi.stubEnv("NODE_ENV", "production");
    await ask(make());
    vi.unstubAllEnvs();
    await openClient(old).oauth.password(ada);
    expect(warn).not.toHaveBeenCalled();
  });
});
