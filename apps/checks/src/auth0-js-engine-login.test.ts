// @vitest-environment jsdom
import type { Tenant } from "@portico/tenant";
import { describe, expect, test } from "vitest";
import { api, asked, database as realm, openEngine } from "./auth0-js-page.js";
import { callback } from "./client-browser.js";
import { ada, clientId, failureOf, passwordRealm, requestsTo } from "./client-page.js";
import { always, parametersOf } from "./client-visit.js";

const email = "reader@example.com";
const phoneNumber = "+15551234567";
const otpGrant = "http://auth0.com/oauth/grant-type/passwordless/otp";
const adasTokens = { claims: expect.objectContaining({ email: ada.username }) as object };

const codeIn = ({ inbox }: Tenant) => inbox.list()[0]?.code ?? "";

/** What auth0-js could have left behind. */
const litter = () => [
  document.cookie,
  sessionStorage.length,
  localStorage.length,
  document.querySelectorAll("iframe").length,
];
const nothing = ["", 0, 0, 0];

describe.each(["code", "token id_token"] as const)("by %s, a login in the page", (responseType) => {
  const { code_challenge, code_challenge_method, ...others } = always;
  const pkce = responseType === "code" ? { code_challenge, code_challenge_method } : {};
  const silent = {
    ...others,
    ...pkce,
    response_type: responseType,
    response_mode: "web_message",
    prompt: "none",
    login_ticket: expect.any(String),
  };

  test("trades a password for a ticket, and the ticket for tokens", async () => {
    const { client, engine, browser, tenant } = await openEngine({ responseType });
    expect(await engine.loginInPage({ ...ada, realm }, asked, {})).toMatchObject(adasTokens);
    expect(requestsTo(tenant)).toEqual([
      "GET /.well-known/jwks.json",
      "GET /authorize",
      "POST /co/authenticate",
      ...(responseType === "code" ? ["POST /oauth/token"] : []),
    ]);
    expect(browser.said("/co/authenticate")).toEqual([
      { client_id: clientId, credential_type: passwordRealm, ...ada, realm },
    ]);
    expect(browser.frames.map(({ src }) => parametersOf(src))).toEqual([{ ...silent, realm }]);
    expect([litter(), browser.left]).toEqual([nothing, []]);
    expect(await client.login(ada)).toMatchObject({ kind: "authenticated" });
  });

  test.each([
    ["email", { email }, email],
    ["sms", { phoneNumber }, phoneNumber],
  ] as const)("trades a code by %s for a ticket", async (connection, to, username) => {
    const { client, browser, tenant } = await openEngine({ responseType });
    const { challenge } = await client.passwordless.start(to);
    const otp = codeIn(tenant);
    expect(await client.passwordless.verify(challenge, { otp })).toMatchObject({
      kind: "authenticated",
    });
    expect(browser.said("/co/authenticate")).toEqual([
      { client_id: clientId, credential_type: otpGrant, username, otp, realm: connection },
    ]);
    expect(browser.frames.map(({ src }) => parametersOf(src))).toEqual([
      { ...silent, realm: connection },
    ]);
    expect(litter()).toEqual(nothing);
  });
});

test("a login in the page finds out that the tenant's cookies are hidden from it", async () => {
  const { client, browser } = await openEngine();
  browser.hideCookies(true);
  expect(await failureOf(client.login(ada))).toEqual({
    name: "AuthError",
    code: "third_party_cookies_blocked",
    details: {},
  });
  expect(litter()).toEqual(nothing);
});

describe("a login at the token endpoint", () => {
  const organization = "analytical-society";
  const more = { scope: "openid email offline_access", audience: api, organization };

  test("sends a password, and all that is asked for", async () => {
    const { engine, browser, tenant } = await openEngine();
    const tokens = await engine.loginByGrant({ ...ada, realm }, more, {});
    expect(tokens).toMatchObject({
      ...adasTokens,
      scope: more.scope,
      refreshToken: expect.any(String),
      expiresIn: 86_400,
    });
    expect(browser.said("/oauth/token")).toEqual([
      { client_id: clientId, grant_type: passwordRealm, ...ada, realm, ...more },
    ]);
    expect(requestsTo(tenant)).toEqual(["GET /.well-known/jwks.json", "POST /oauth/token"]);
    expect(litter()).toEqual(nothing);
  });

  test.each([
    ["email", { email }, email],
    ["sms", { phoneNumber }, phoneNumber],
  ] as const)("sends a code by %s", async (connection, to, username) => {
    const { client, engine, browser, tenant } = await openEngine();
    await client.passwordless.start(to);
    const otp = codeIn(tenant);
    const { organization: _, ...wanted } = more;
    const tokens = await engine.loginByGrant({ username, otp, realm: connection }, wanted, {});
    expect(tokens).toMatchObject({ scope: more.scope, refreshToken: expect.any(String) });
    expect(browser.said("/oauth/token")).toEqual([
      { client_id: clientId, grant_type: otpGrant, username, otp, realm: connection, ...wanted },
    ]);
  });

  test("leads to a second factor where one is due", async () => {
    const { client, tenant } = await openEngine({ loginVia: "password-realm" });
    tenant.updateUser(ada.username, { mfaRequired: true });
    const outcome = await client.login(ada);
    if (outcome.kind !== "challenge") throw new Error("The login was to be challenged.");
    await client.mfa.enroll(outcome.challenge, { factor: "email" });
    expect(await client.mfa.verify(outcome.challenge, { otp: codeIn(tenant) })).toMatchObject({
      session: { user: { email: ada.username } },
    });
  });

  test("of two at once gives each its own user", async () => {
    const { engine } = await openEngine();
    const other = { email: "mary@example.com", password: "Mechanism-of-the-Heavens-1831" };
    await engine.signup(realm, other, {});
    const mary = { username: other.email, password: other.password };
    const logins = [ada, mary].map((one) => engine.loginByGrant({ ...one, realm }, asked, {}));
    expect(await Promise.all(logins)).toMatchObject([
      adasTokens,
      { claims: { email: other.email } },
    ]);
  });
});

describe("a login by redirect", () => {
  const request = { ...asked, redirectUri: callback };

  test("checks a password first, and comes back with what the app gave along", async () => {
    const { client, browser, makeClient, tenant } = await openEngine({ loginVia: "redirect" });
    const appState = { step: 2 };
    expect(await client.login({ ...ada, appState })).toEqual({ kind: "redirecting" });
    expect(requestsTo(tenant)).toEqual(["POST /co/authenticate"]);
    const [address = ""] = browser.left;
    expect(parametersOf(address)).toEqual({ ...always, realm, login_ticket: expect.any(String) });
    // For the way back, and nowhere else.
    expect([document.cookie, localStorage.length, Object.keys(sessionStorage).toSorted()]).toEqual([
      "",
      0,
      [expect.stringMatching(/^co\/verifier\//), expect.stringMatching(/^portico\.transactions\./)],
    ]);
    await browser.visit(address);
    expect(await makeClient({}).start({ onRedirectCallback: () => {} })).toMatchObject({
      kind: "authenticated",
      session: { user: { email: ada.username } },
      appState,
    });
    expect(litter()).toEqual(nothing);
  });

  test("checks a code of a message first", async () => {
    const { client, engine, browser, tenant } = await openEngine();
    await client.passwordless.start({ email });
    const otp = codeIn(tenant);
    const address = await engine.loginUrl({ username: email, otp, realm: "email" }, request, {});
    expect(parametersOf(address)).toEqual({
      ...always,
      realm: "email",
      login_ticket: expect.any(String),
    });
    expect(browser.said("/co/authenticate")).toEqual([
      { client_id: clientId, credential_type: otpGrant, username: email, otp, realm: "email" },
    ]);
  });

  test("keeps the verifier of its ticket, for where the tenant's cookie does not arrive", async () => {
    const { engine } = await openEngine();
    await engine.loginUrl({ ...ada, realm }, request, {});
    const key = Object.keys(sessionStorage).find((name) => name.startsWith("co/verifier/")) ?? "";
    expect(key).toMatch(/^co\/verifier\/https%3A%2F%2Fid\.portico\.example\/[\w-]+$/);
    expect(JSON.parse(sessionStorage.getItem(key) ?? "")).toEqual({
      verifier: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.any(Number),
    });
  });

  test("keeps nothing where the password is wrong", async () => {
    const { engine } = await openEngine();
    const wrong = engine.loginUrl({ ...ada, password: "wrong", realm }, request, {});
    expect(await failureOf(wrong)).toEqual({
      name: "AuthError",
      code: "invalid_credentials",
      details: {},
      status: 403,
    });
    expect(litter()).toEqual(nothing);
  });
});
