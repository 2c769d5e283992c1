// @vitest-environment jsdom
import type { TokenExchangeParams } from "@portico/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { asked, clientId, failureOf, openPage, requestsTo, type OwnTenant } from "./client-page.js";

const now = Date.UTC(2030, 0, 1);
const api = "https://api.portico.example";
const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";
const exchange = "urn:ietf:params:oauth:grant-type:token-exchange";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

/** A page that nobody is signed in to, and an ID token of Ada's. */
async function openWithToken(config = {}, own: OwnTenant = {}) {
  const page = await openPage({ rememberLastSignIn: true, ...config }, own);
  const other = page.makeClient({ organization: undefined, audience: undefined });
  await other.login({ ...ada, via: "password-realm" });
  other.stop();
  page.client.forgetLastSignIn();
  page.tenant.clearRequests();
  return { ...page, subjectToken: other.getIdToken() ?? "" };
}

describe("customTokenExchange", () => {
  test("signs in with a token that the tenant trusts", async () => {
    const { client, browser, tenant, subjectToken } = await openWithToken();
    expect(await client.customTokenExchange({ subjectToken, subjectTokenType })).toEqual({
      kind: "authenticated",
      session: {
        user: expect.objectContaining({ email: ada.email }),
        expiresAt: now + 86_400_000,
        scope: ["openid", "profile", "email"],
        hasRefreshToken: false,
      },
    });
    expect(requestsTo(tenant)).toEqual(["GET /.well-known/jwks.json", "POST /oauth/token"]);
    expect(browser.said("/oauth/token").at(-1)).toEqual({
      client_id: clientId,
      grant_type: exchange,
      subject_token: subjectToken,
      subject_token_type: subjectTokenType,
      scope: "openid profile email",
    });
    // It was by no connection.
    expect(client.lastSignIn()).toEqual({ at: now });
    expect(client.session.get()).toMatchObject({ status: "authenticated" });
  });

  test("hands on what it is told, of which nothing replaces what is ours", async () => {
    const { client, browser, subjectToken } = await openWithToken({
      audience: api,
      organization: "observatory",
    });
    const outcome = await client.customTokenExchange({
      subjectToken,
      subjectTokenType,
      actorToken: "actor",
      actorTokenType: "urn:example:actor",
      scope: "read:projects",
      organization: "analytical-society",
      extra: { device: "kiosk", client_id: "evil", grant_type: "evil" },
    });
    expect(outcome).toMatchObject({
      session: {
        audience: api,
        scope: ["openid", "read:projects"],
        organization: expect.stringMatching(/^org_/),
      },
    });
    expect(browser.said("/oauth/token").at(-1)).toEqual({
      client_id: clientId,
      grant_type: exchange,
      subject_token: subjectToken,
      subject_token_type: subjectTokenType,
      actor_token: "actor",
      actor_token_type: "urn:example:actor",
      audience: api,
      scope: "openid read:projects",
      organization: "analytical-society",
      device: "kiosk",
    });
  });

  test("lets nothing that is added stand for what was not given", async () => {
    const { client, browser, subjectToken } = await openWithToken();
    const names = ["subject_token", "subject_token_type", "actor_token", "scope", "audience"];
    const extra = Object.fromEntries([...names, "organization"].map((name) => [name, "evil"]));
    const given = { subjectToken, subjectTokenType, extra: { ...extra, device: "kiosk 7 & 8" } };
    const stray = { foo: "evil" };
    const outcome = await client.customTokenExchange({ ...given, ...stray });
    expect(outcome).toMatchObject({ kind: "authenticated" });
    expect(browser.said("/oauth/token").at(-1)).toEqual({
      client_id: clientId,
      grant_type: exchange,
      subject_token: subjectToken,
      subject_token_type: subjectTokenType,
      scope: "openid profile email",
      device: "kiosk 7 & 8",
    });
  });

  test.each([
    ["id-token-absent", "missing"],
    ["token:wrong-key", "signature"],
    ["token:wrong-audience", "audience"],
    ["token:expired", "expired"],
  ] as const)("signs nobody in after %s, and is sent once", async (fault, reason) => {
    const { client, tenant, subjectToken } = await openWithToken();
    tenant.faults.add({ match: { path: "/oauth/token" }, fault });
    const call = client.customTokenExchange({ subjectToken, subjectTokenType });
    expect(await failureOf(call)).toEqual({
      name: "AuthError",
      code: "invalid_token",
      details: { reason },
    });
    expect(requestsTo(tenant).filter((sent) => sent.startsWith("POST"))).toHaveLength(1);
    expect(client.session.get()).toEqual({ status: "starting" });
  });

  test("holds the answer to the organization, and not to an access token", async () => {
    const { client, tenant, subjectToken } = await openWithToken({
      organization: "analytical-society",
    });
    const fault = { kind: "token", claims: { org_name: "observatory" } } as const;
    tenant.faults.add({ match: { path: "/oauth/token" }, fault });
    const call = client.customTokenExchange({ subjectToken, subjectTokenType });
    expect(await failureOf(call)).toEqual({
      name: "AuthError",
      code: "invalid_token",
      details: { reason: "organization" },
    });
    expect(client.session.get()).toEqual({ status: "starting" });
    tenant.faults.add({
      match: { path: "/oauth/token" },
      fault: { kind: "token", without: ["at_hash"] },
    });
    expect(await client.customTokenExchange({ subjectToken, subjectTokenType })).toMatchObject({
      kind: "authenticated",
    });
  });

  test("leads to a second factor where one is due", async () => {
    const { client, tenant, subjectToken } = await openWithToken({ audience: api });
    tenant.updateUser(ada.email, { mfaRequired: true });
    const outcome = await client.customTokenExchange({ subjectToken, subjectTokenType });
    if (outcome.kind !== "challenge") throw new Error("The exchange was to be challenged.");
    expect(outcome.challenge).toMatchObject({ type: "mfa", expiresAt: now + 600_000 });
    await client.mfa.enroll(outcome.challenge, { factor: "email" });
    const otp = tenant.inbox.list()[0]?.code ?? "";
    expect(await client.mfa.verify(outcome.challenge, { otp })).toMatchObject({
      session: { user: { email: ada.email }, audience: api },
    });
    expect(client.lastSignIn()).toEqual({ at: now });
  });

  test.each<[string, Partial<TokenExchangeParams>, object]>([
    ["a token that is none", { subjectToken: "none" }, { code: "invalid_grant", status: 403 }],
    [
      "a type that nobody knows",
      { subjectTokenType: "urn:example:x" },
      { code: "invalid_request", status: 400 },
    ],
  ])("refuses %s, and leaves the session as it is", async (_what, params, failure) => {
    const { client, subjectToken } = await openWithToken();
    await client.customTokenExchange({ subjectToken, subjectTokenType });
    const before = client.session.get();
    const call = client.customTokenExchange({ subjectToken, subjectTokenType, ...params });
    expect(await failureOf(call)).toEqual({ name: "AuthError", details: {}, ...failure });
    expect(client.session.get()).toBe(before);
  });

  test("ends at the caller's wish", async () => {
    const page = await openWithToken();
    const { client, subjectToken, tenant } = page;
    tenant.faults.add({ match: { path: "/oauth/token" }, fault: "hang" });
    const caller = new AbortController();
    const params = { subjectToken, subjectTokenType, signal: caller.signal };
    const ended = failureOf(client.customTokenExchange(params));
    await asked(page, "/oauth/token");
    caller.abort();
    expect(await ended).toEqual({ name: "AuthError", code: "aborted", details: {} });
  });

  test.each([
    ["a token", { subjectToken: "", subjectTokenType }],
    ["its type", { subjectToken: "t" }],
  ])("sends nothing without %s", async (_what, params) => {
    const { client, tenant } = await openPage();
    const call = client.customTokenExchange(params as TokenExchangeParams);
    expect(await failureOf(call)).toEqual(
      new Error(
        "customTokenExchange was called without a token or without its type. Nothing was sent. Pass { subjectToken, subjectTokenType }.",
      ),
    );
    expect(tenant.requests()).toEqual([]);
  });
});
