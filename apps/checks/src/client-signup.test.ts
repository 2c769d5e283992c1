// @vitest-environment jsdom
import type { SignupParams } from "@portico/core";
import type { Tenant } from "@portico/tenant";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { captchaFor } from "./client-captcha.js";
import { asked, clientId, failureOf, openPage, passwordRealm, requestsTo } from "./client-page.js";

const connection = "Username-Password-Authentication";
const api = "https://api.portico.example";
const now = Date.UTC(2030, 0, 1);
const newcomer = { email: "grace@navy.example", password: "Nanoseconds-1906" };
const signupPath = "/dbconnections/signup";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

/** Who has registered, beside those who were there. */
const registered = (tenant: Tenant) =>
  tenant.state().users.flatMap(({ email }) => (email?.endsWith("@navy.example") ? [email] : []));

describe("signup", () => {
  test("creates the user, and signs in", async () => {
    const { client, browser, tenant } = await openPage({ rememberLastSignIn: true });
    expect(await client.signup(newcomer)).toEqual({
      kind: "authenticated",
      session: {
        user: expect.objectContaining({ email: newcomer.email, email_verified: false }),
        expiresAt: now + 86_400_000,
        scope: ["openid", "profile", "email"],
        hasRefreshToken: false,
        authenticatedAt: now,
      },
    });
    expect(requestsTo(tenant)).toEqual([
      "GET /.well-known/jwks.json",
      "GET /authorize",
      "POST /co/authenticate",
      "POST /dbconnections/signup",
      "POST /oauth/token",
    ]);
    expect(browser.said(signupPath)).toEqual([{ client_id: clientId, connection, ...newcomer }]);
    expect(client.lastSignIn()).toEqual({ connection, username: newcomer.email, at: now });
  });

  test("tells the tenant all that it is told, spaces aside, and keeps the password as it is", async () => {
    const { client, browser, tenant } = await openPage({ databaseConnection: "crew" });
    await tenant.seed({ clients: [], connections: [{ name: "crew", requiresUsername: true }] });
    const userMetadata = { camelCase: "a", snake_case: "b", "with space": "", "ключ 🔑": "<b>" };
    // What no type allows.
    const stray = {
      foo: 1,
      email_verified: true,
      app_metadata: { admin: true },
      client_metadata: {},
    };
    const profile = { name: "Grace Hopper", nickname: "Amazing", picture: "https://a.example/g" };
    const outcome = await client.signup({
      ...profile,
      email: ` ${newcomer.email} `,
      password: " Nanoseconds 1906 ",
      username: " grace ",
      givenName: "Grace",
      familyName: "Hopper",
      phoneNumber: "00 1 (555) 123-4567",
      userMetadata,
      organization: "analytical-society",
      captcha: "not asked for",
      captchaState: "s-1",
      signIn: false,
      ...stray,
    });
    expect(outcome).toEqual({ kind: "accepted", destination: newcomer.email });
    expect(browser.said(signupPath)).toEqual([
      {
        ...profile,
        client_id: clientId,
        connection: "crew",
        email: newcomer.email,
        password: " Nanoseconds 1906 ",
        username: "grace",
        given_name: "Grace",
        family_name: "Hopper",
        phone_number: "+15551234567",
        user_metadata: userMetadata,
        organization: "analytical-society",
        captcha: "not asked for",
        state: "s-1",
      },
    ]);
    expect(requestsTo(tenant)).toEqual(["POST /dbconnections/signup"]);
    expect(client.session.get()).toEqual({ status: "starting" });
    const signedIn = await client.login({ username: "grace", password: " Nanoseconds 1906 " });
    const user = { ...profile, username: "grace", email_verified: false };
    expect(signedIn).toMatchObject({ session: { user } });
    const byEmail = { email: newcomer.email, password: " Nanoseconds 1906 " };
    expect(await client.login(byEmail)).toMatchObject({ session: { user } });
    const taken = { ...newcomer, email: "other@navy.example", username: "grace" };
    expect(await failureOf(client.signup(taken))).toMatchObject({ code: "invalid_signup" });
    expect(await failureOf(client.signup(newcomer))).toMatchObject({ name: "AuthError" });
  });

  test("signs in as it is told", async () => {
    const organization = "analytical-society";
    const { client, browser, tenant } = await openPage({ organization, rememberLastSignIn: true });
    await tenant.seed({ clients: [], connections: [{ name: "crew" }] });
    const params = {
      ...newcomer,
      connection: "crew",
      audience: api,
      scope: "openid read:projects",
    };
    const outcome = await client.signup({ ...params, via: "password-realm" });
    // Whoever has only just come belongs to no organization.
    expect(outcome).toEqual({
      kind: "accepted",
      destination: newcomer.email,
      signInError: expect.objectContaining({ code: "access_denied" }),
    });
    expect(browser.said(signupPath)).toEqual([
      { client_id: clientId, connection: "crew", ...newcomer, organization },
    ]);
    expect(browser.said("/oauth/token")).toEqual([
      {
        client_id: clientId,
        grant_type: passwordRealm,
        username: newcomer.email,
        password: newcomer.password,
        realm: "crew",
        audience: api,
        scope: "openid read:projects",
        organization,
      },
    ]);
    expect([registered(tenant), client.lastSignIn()]).toEqual([[newcomer.email], undefined]);
  });

  test("leaves for the tenant where a login does", async () => {
    const { client, browser, makeClient } = await openPage({ loginVia: "redirect" });
    const appState = { returnTo: "/welcome" };
    expect(await client.signup({ ...newcomer, appState })).toEqual({ kind: "redirecting" });
    await browser.visit(browser.left[0] ?? "");
    const back = makeClient({});
    expect(await back.start({ onRedirectCallback: () => {} })).toMatchObject({
      kind: "authenticated",
      session: { user: { email: newcomer.email } },
      appState,
    });
  });

  test("leads to a second factor where one is due", async () => {
    const { client, tenant } = await openPage({ loginVia: "password-realm" });
    const account = { ...newcomer, email: "mfa+grace@navy.example" };
    expect(await client.signup(account)).toEqual({
      kind: "challenge",
      challenge: { type: "mfa", expiresAt: now + 600_000, enroll: ["otp", "sms", "push", "email"] },
      error: expect.objectContaining({ code: "mfa_required" }),
    });
    expect(registered(tenant)).toEqual([account.email]);
  });

  test.each([
    ["/co/authenticate", "json500", { code: "server", details: {}, status: 500 }],
    ["/co/authenticate", "network", { code: "network", details: { online: true } }],
    ["/oauth/token", "id-token-absent", { code: "invalid_token", details: { reason: "missing" } }],
  ] as const)("has an account even where %s then fails by %s", async (path, fault, error) => {
    const { client, tenant } = await openPage();
    tenant.faults.add({ match: { path }, fault });
    const outcome = await client.signup(newcomer);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual({
      kind: "accepted",
      destination: newcomer.email,
      signInError: { name: "AuthError", ...error },
    });
    expect(registered(tenant)).toEqual([newcomer.email]);
    expect(client.session.get()).toEqual({ status: "starting" });
  });

  test("is sent once, whatever becomes of it", async () => {
    const { client, tenant } = await openPage();
    tenant.faults.add({ match: { path: signupPath }, fault: "answer-lost" });
    expect(await failureOf(client.signup(newcomer))).toEqual({
      name: "AuthError",
      code: "network",
      details: { online: true },
    });
    expect(requestsTo(tenant)).toEqual(["POST /dbconnections/signup"]);
    expect(registered(tenant)).toEqual([newcomer.email]);
  });

  test.each<[string, Partial<SignupParams>, object]>([
    ["a known address", { email: "ada@example.com" }, { code: "invalid_signup", status: 400 }],
    ["no address", { email: "grace" }, { code: "invalid_email", status: 400 }],
    ["a blank address", { email: " " }, { code: "invalid_email" }],
    ["a blank number", { phoneNumber: "" }, { code: "invalid_phone_number" }],
    ["a number without its country", { phoneNumber: "555 1234" }, { code: "invalid_phone_number" }],
    ["a password from a breach", { password: "leaked-1-Leaked" }, { code: "password_leaked" }],
    ["an unknown connection", { connection: "misspelt" }, { code: "invalid_request" }],
  ])("%s is refused", async (_what, params, failure) => {
    const { client, tenant } = await openPage();
    const error = await failureOf(client.signup({ ...newcomer, ...params }));
    expect(error).toMatchObject({ name: "AuthError", details: {}, ...failure });
    const isSent = typeof (error as { status?: number }).status === "number";
    expect(requestsTo(tenant)).toEqual(isSent ? ["POST /dbconnections/signup"] : []);
    expect([registered(tenant), client.session.get()]).toEqual([[], { status: "starting" }]);
  });

  test("without an address is the developer's mistake, and sends nothing", async () => {
    const { client, tenant } = await openPage();
    const { password } = newcomer;
    expect(await failureOf(client.signup({ password } as SignupParams))).toMatchObject({
      message: expect.stringContaining("Nothing was sent."),
    });
    expect(tenant.requests()).toEqual([]);
  });

  test("takes the answer to a challenge, which its login needs none of", async () => {
    const { client, tenant } = await openPage({}, { captcha: "always" });
    expect(await failureOf(client.signup(newcomer))).toMatchObject({ code: "invalid_captcha" });
    const wrong = { captcha: "canary", captchaState: "s-1" };
    await captchaFor(tenant, signupPath, "signup");
    const refused = await failureOf(client.signup({ ...newcomer, ...wrong }));
    expect(refused).toMatchObject({ code: "invalid_captcha" });
    expect(JSON.stringify(refused)).not.toContain("canary");
    const captcha = await captchaFor(tenant, signupPath, "signup");
    tenant.clearRequests();
    expect(await client.signup({ ...newcomer, captcha, captchaState: "s-1" })).toMatchObject({
      kind: "authenticated",
    });
    expect(requestsTo(tenant).filter((sent) => sent.endsWith("/signup"))).toHaveLength(1);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });

  test.each([
    [signupPath, "aborted"],
    [
      "/co/authenticate",
      {
        kind: "accepted",
        destination: newcomer.email,
        signInError: expect.objectContaining({ code: "aborted" }),
      },
    ],
  ])("ends at the caller's wish, during %s", async (path, end) => {
    const page = await openPage();
    const { client, tenant } = page;
    tenant.faults.add({ match: { path }, fault: "hang" });
    const caller = new AbortController();
    const ended = client.signup({ ...newcomer, signal: caller.signal }).catch(({ code }) => code);
    await asked(page, path);
    caller.abort();
    expect(await ended).toEqual(end);
  });

  test("is done where a developer's mistake then stops the sign-in", async () => {
    const { client, tenant } = await openPage();
    const call = client.signup({ ...newcomer, via: "carrier-pigeon" as "in-page" });
    await expect(call).rejects.toThrow('the unknown way "carrier-pigeon". Nobody was signed in.');
    expect(registered(tenant)).toEqual([newcomer.email]);
  });
});
