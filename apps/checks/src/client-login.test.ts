// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { clientId, failureOf, openPage, passwordRealm, requestsTo } from "./client-page.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const api = "https://api.portico.example";
const connection = "Username-Password-Authentication";
const now = Date.UTC(2030, 0, 1);
const grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

const userOf = (email: string) => expect.objectContaining({ email }) as object;

/** What a login as Ada ends as. */
const inAsAda = {
  kind: "authenticated",
  session: {
    user: userOf(ada.email),
    expiresAt: now + 86_400_000,
    scope: ["openid", "profile", "email"],
    hasRefreshToken: false,
    authenticatedAt: now,
  },
};
/** A password grant leaves no session at the tenant, so that nobody knows when it began. */
const { authenticatedAt: _, ...untimed } = inAsAda.session;

/** What the frame of a login in the page asked for. */
const askedFor = ({ frames }: { readonly frames: readonly HTMLIFrameElement[] }) =>
  Object.fromEntries(new URL(frames.at(-1)?.src ?? "").searchParams);

describe("a login in the page", () => {
  test("trades the password for a ticket, and the ticket for tokens", async () => {
    const { client, browser, tenant } = await openPage({ rememberLastSignIn: true });
    expect(await client.login(ada)).toEqual(inAsAda);
    expect(requestsTo(tenant)).toEqual([
      "GET /.well-known/jwks.json",
      "GET /authorize",
      "POST /co/authenticate",
      "POST /oauth/token",
    ]);
    expect(browser.said("/co/authenticate")).toEqual([
      {
        client_id: clientId,
        credential_type: grant("password-realm"),
        username: ada.email,
        password: ada.password,
        realm: connection,
      },
    ]);
    expect(askedFor(browser)).toEqual({
      client_id: clientId,
      response_type: "code",
      response_mode: "web_message",
      redirect_uri: callback,
      scope: "openid profile email",
      prompt: "none",
      realm: connection,
      login_ticket: expect.any(String),
      state: expect.any(String),
      nonce: expect.any(String),
      code_challenge: expect.any(String),
      code_challenge_method: "S256",
    });
    expect(client.session.get()).toEqual({ status: "authenticated", session: inAsAda.session });
    expect(client.lastSignIn()).toEqual({ connection, username: ada.email, at: now });
    expect([document.querySelector("iframe"), browser.left]).toEqual([null, []]);
  });

  test("asks for what it is told, and remembers that", async () => {
    const { client, browser, tenant } = await openPage({ rememberLastSignIn: true });
    await tenant.seed({
      clients: [],
      connections: [{ name: "staff" }],
      users: [{ email: ada.email, username: "ada", password: "Staff-only-1", connection: "staff" }],
      organizations: [{ name: "analytical-society", members: [ada.email] }],
    });
    const { session } = (await client.login({
      username: " ada ",
      password: "Staff-only-1",
      connection: "staff",
      audience: api,
      scope: "read:projects  email",
      organization: "analytical-society",
    })) as { session: object };
    expect(session).toMatchObject({
      audience: api,
      scope: ["openid", "read:projects", "email"],
      organization: expect.stringMatching(/^org_/),
    });
    expect(askedFor(browser)).toMatchObject({
      realm: "staff",
      audience: api,
      scope: "openid read:projects email",
      organization: "analytical-society",
    });
    expect(client.lastSignIn()).toEqual({ connection: "staff", username: "ada", at: now });
  });

  test("takes what it is not told from the configuration", async () => {
    const { client, browser } = await openPage({
      audience: api,
      scope: "email",
      organization: "analytical-society",
      responseType: "token id_token",
    });
    expect(await client.login(ada)).toMatchObject({
      kind: "authenticated",
      session: { audience: api, organization: expect.stringMatching(/^org_/) },
    });
    expect(askedFor(browser)).toMatchObject({
      response_type: "token id_token",
      audience: api,
      scope: "openid email",
      organization: "analytical-society",
    });
    expect(askedFor(browser)).not.toHaveProperty("code_challenge");
    expect(client.lastSignIn()).toBeUndefined();
    expect(localStorage.getItem(`portico.last-sign-in.id.portico.example.${clientId}`)).toBeNull();
  });

  test("finds out that the tenant's cookies are hidden from the page", async () => {
    const { client, browser } = await openPage({ rememberLastSignIn: true });
    browser.hideCookies(true);
    expect(await failureOf(client.login(ada))).toEqual({
      name: "AuthError",
      code: "third_party_cookies_blocked",
      details: {},
    });
    expect(client.session.get()).toEqual({ status: "starting" });
    expect(client.lastSignIn()).toBeUndefined();
  });

  test("fails where a second factor is due, which no frame can ask for", async () => {
    const { client, tenant } = await openPage();
    tenant.updateUser(ada.email, { mfaRequired: true });
    expect(await failureOf(client.login(ada))).toEqual({
      name: "AuthError",
      code: "mfa_required",
      details: {},
    });
  });
});

test("a login at the token endpoint is one request, and leaves no session at the tenant", async () => {
  const { client, browser, tenant } = await openPage({
    loginVia: "password-realm",
    audience: api,
    scope: "openid offline_access",
    rememberLastSignIn: true,
  });
  expect(await client.login({ ...ada, organization: "analytical-society" })).toEqual({
    kind: "authenticated",
    session: {
      ...untimed,
      user: {
        sub: expect.stringMatching(/^auth0\|/),
        org_id: expect.any(String),
        org_name: "analytical-society",
      },
      audience: api,
      scope: ["openid", "offline_access"],
      organization: expect.stringMatching(/^org_/),
      hasRefreshToken: true,
    },
  });
  expect(requestsTo(tenant)).toEqual(["GET /.well-known/jwks.json", "POST /oauth/token"]);
  expect(browser.said("/oauth/token")).toEqual([
    {
      client_id: clientId,
      grant_type: passwordRealm,
      username: ada.email,
      password: ada.password,
      realm: connection,
      audience: api,
      scope: "openid offline_access",
      organization: "analytical-society",
    },
  ]);
  expect(tenant.state().counts.sessions).toBe(0);
  expect(await failureOf(client.checkSession())).toMatchObject({ code: "login_required" });
  expect(client.session.get()).toMatchObject({ status: "authenticated" });
  expect(client.lastSignIn()).toEqual({ connection, username: ada.email, at: now });
});

describe("the ID token of a login at the token endpoint", () => {
  const organization = "analytical-society";
  const config = { loginVia: "password-realm", organization } as const;

  test("need not be bound to the access token that comes with it", async () => {
    const { client, tenant } = await openPage(config);
    tenant.faults.add({ fault: { kind: "token", without: ["at_hash"] } });
    expect(await client.login(ada)).toMatchObject({ kind: "authenticated" });
  });

  test.each([
    [{ without: ["org_id", "org_name"] }, "organization"],
    [{ claims: { sub: "" } }, "subject"],
    [{ claims: { at_hash: "of another token" } }, "access_token_hash"],
  ] as const)("is refused with %j", async (changes, reason) => {
    const { client, tenant } = await openPage(config);
    tenant.faults.add({ fault: { kind: "token", ...changes } });
    expect(await failureOf(client.login(ada))).toEqual({
      name: "AuthError",
      code: "invalid_token",
      details: { reason },
    });
    expect(client.session.get()).toEqual({ status: "starting" });
  });
});

test("a login by redirect checks the password first, and comes back with what the app gave along", async () => {
  const page = await openPage({ loginVia: "redirect", rememberLastSignIn: true });
  const { client, browser, makeClient, tenant } = page;
  const appState = { returnTo: "/projects?open=1", step: 2 };
  expect(await client.login({ ...ada, appState, audience: api })).toEqual({ kind: "redirecting" });
  expect(requestsTo(tenant)).toEqual(["POST /co/authenticate"]);
  expect(client.session.get()).toEqual({ status: "starting" });
  const [address = ""] = browser.left;
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    client_id: clientId,
    response_type: "code",
    redirect_uri: callback,
    scope: "openid profile email",
    audience: api,
    realm: connection,
    login_ticket: expect.any(String),
    state: expect.any(String),
    nonce: expect.any(String),
    code_challenge: expect.any(String),
    code_challenge_method: "S256",
  });
  await browser.visit(address);
  const back = makeClient({ loginVia: "redirect", rememberLastSignIn: true });
  expect(await back.start({ onRedirectCallback: () => {} })).toEqual({
    kind: "authenticated",
    session: { ...inAsAda.session, audience: api },
    appState,
  });
  expect(back.lastSignIn()).toEqual({ connection, at: now });
  expect(sessionStorage).toHaveLength(0);
});
