import type { Page } from "@playwright/test";
import { sampleSeed, type TenantOptions } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import {
  attach,
  callEngine,
  expectNoSecret,
  openPage,
  pageOf,
  passwordless,
  preload,
} from "./core-auth0-js-page.js";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, signInAtTenant, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const password = 'Long-enough-42 "ünd" more';
const realm = "Username-Password-Authentication";
const asked = { scope: "openid profile email" };

/** Signs in to the tenant, so that it knows the browser. */
async function signedIn(page: Page, user: object): Promise<void> {
  expect(await call(page, "login", user)).toMatchObject({ value: { kind: "authenticated" } });
}

test.describe("auth0-js", () => {
  const isLibrary = (url: string) => /\/auth0\.min[^/]*\.js$/.test(url);
  const isLibraryUrl = (url: URL) => isLibrary(url.href);

  test("is loaded with the first call that needs it, and once", async ({ page, stack }) => {
    const loaded: string[] = [];
    page.on("request", (request) => isLibrary(request.url()) && loaded.push(request.url()));
    await openPage(page, stack);
    await page.evaluate(() => window.portico.client?.buildLogoutUrl());
    await page.waitForLoadState("networkidle");
    expect(loaded).toEqual([]);
    await call(page, "checkSession");
    await call(page, "checkSession");
    expect(loaded).toHaveLength(1);
  });

  test("is loaded ahead where the app wants it", async ({ page, stack }) => {
    const loading = page.waitForRequest((request) => isLibrary(request.url()));
    await openPage(page, stack);
    await page.evaluate(
      ([domain, clientId]) => {
        const engine = window.auth0JsEngine({ preload: true });
        window.portico.createAuthClient({ domain, clientId, engine });
      },
      [stack.tenant.url, stack.clientId] as const,
    );
    await loading;
    await preload(page);
  });

  test.describe("that does not arrive", () => {
    test.use({ knownNoise: ["Failed to load resource: net::ERR_FAILED"] });

    test("is a network failure, and no transaction waits for it", async ({ page, stack }) => {
      await openPage(page, stack);
      await page.route(isLibraryUrl, (route) => route.abort());
      expect(await call(page, "buildAuthorizeUrl")).toMatchObject({ code: "network" });
      expect(await keptByPage(page)).not.toContain("portico.transactions");
    });
  });

  test("that the app does not have is named, with the remedy", async ({ page, stack }) => {
    await openPage(page, stack);
    // What Vite puts in the place of an optional peer that is not installed.
    const body = `throw new Error('Could not resolve "auth0-js" imported by "@portico/core".')`;
    await page.route(isLibraryUrl, (route) =>
      route.fulfill({ contentType: "text/javascript", body }),
    );
    const { mistake } = await call(page, "login", stack.user);
    expect(mistake).toContain("Install auth0-js 10.2.1");
    expectNoSecret(String(mistake), [stack.user.password]);
  });
});

for (const responseType of ["code", "token id_token"] as const) {
  test.describe(`with the response type ${responseType}`, () => {
    test("login in the page sends what Portico's own engine sends", async ({ page, stack }) => {
      const sent: string[][] = [];
      for (const open of [openCore, openPage]) {
        await page.context().clearCookies();
        await open(page, stack, { responseType });
        stack.tenant.clearRequests();
        await signedIn(page, stack.user);
        sent.push(requestsTo(stack).toSorted());
      }
      expect(sent[1]).toEqual(sent[0]);
      expect(sent[1]).toContain("POST /co/authenticate");
    });

    test("an address is written as Portico's own engine writes it", async ({ page, stack }) => {
      const params = {
        connection: "google-oauth2",
        connectionScope: ["a", "b"],
        prompt: "login",
        loginHint: "ada lovelace+1@example.com",
        screenHint: "signup",
        maxAge: 0,
        acrValues: "urn:a urn:b",
        uiLocales: "de en",
        nonce: "n 0",
        state: "s&=?#/ü",
        organization: "org_1",
        invitation: "inv",
        audience: "https://api.portico.example",
        responseMode: "fragment",
        extra: { "ext-camelCase2": "ü &=", client_id: "other", realm: "other", display: "" },
      };
      const addresses: string[] = [];
      for (const open of [openCore, openPage]) {
        await open(page, stack, { responseType, redirectUri: pageOf(stack) });
        const { value } = await call(page, "buildAuthorizeUrl", params);
        addresses.push(String(value));
      }
      const [own, ours] = addresses.map(parameters);
      expect(ours).toEqual(own);
      expect(ours?.["redirect_uri"]).toBe(pageOf(stack));
    });

    test("a forged ID token signs nobody in", async ({ page, stack }) => {
      await openPage(page, stack, { responseType });
      for (const fault of [
        "token:wrong-nonce",
        "token:wrong-key",
        "token:wrong-audience",
      ] as const) {
        stack.tenant.faults.add({ fault });
        expect(await call(page, "login", stack.user)).toMatchObject({ code: "invalid_token" });
        expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
      }
    });
  });
}

test.describe("by the implicit grant", () => {
  const implicit = { responseType: "token id_token" } as const;

  test("a login by redirect comes back with the app's state", async ({ page, stack }) => {
    await openPage(page, stack, implicit);
    const back = page.waitForURL(/[?#&]access_token=/);
    const params = { ...stack.user, via: "redirect", appState: { note: { n: 1 } } };
    // The page may be gone before the call has answered.
    void call(page, "login", params).catch(() => {});
    await back;
    await attach(page, stack, implicit);
    expect(await call(page, "start")).toMatchObject({
      value: { kind: "authenticated", appState: { note: { n: 1 } } },
    });
  });

  test("a window of its own signs in and is closed", async ({ page, stack }) => {
    const popupRedirectUri = `${stack.app}/harness/core-popup.html`;
    await openPage(page, stack, { ...implicit, popupRedirectUri });
    const before = await keptByPage(page);
    const opened = page.waitForEvent("popup");
    const answer = call(page, "loginWithPopup", {});
    await signInAtTenant(await opened, stack);
    expect(await answer).toMatchObject({ value: { kind: "authenticated" } });
    await expect.poll(() => page.context().pages()).toEqual([page]);
    expect(await keptByPage(page)).toBe(before);
  });
});

/** The parameters of an address, without the values that differ from call to call. */
function parameters(address: string): Record<string, string> {
  const { origin, pathname, searchParams } = new URL(address);
  if (searchParams.has("code_challenge")) searchParams.set("code_challenge", "random");
  return { address: origin + pathname, ...Object.fromEntries(searchParams) };
}

test.describe("a login", () => {
  test("on another site tells that the browser hides the tenant's cookies", async ({
    page,
    stack,
  }) => {
    await openPage(page, stack, {}, stack.appElsewhere);
    expect(await call(page, "login", stack.user)).toMatchObject({
      code: "third_party_cookies_blocked",
    });
  });

  test("by redirect whose cookie did not arrive is finished with the verifier", async ({
    page,
    stack,
  }) => {
    const place = await ownTenant(stack);
    const { tenant } = place;
    const verificationUrl = `${stack.app}/harness/core-verify.html?domain=${encodeURIComponent(tenant.url)}`;
    const clients = sampleSeed([stack.app]).clients.map((client) => ({
      ...client,
      callbacks: [...client.callbacks, pageOf(stack)],
      crossOriginVerificationUrl: verificationUrl,
    }));
    await tenant.seed({ clients });
    tenant.faults.add({ match: { path: "/co/authenticate" }, fault: "cookie-lost" });
    await openPage(page, place);
    const back = page.waitForURL(/code=/);
    // The page may be gone before the call has answered.
    void call(page, "login", { ...stack.user, via: "redirect" }).catch(() => {});
    await back;
    expect(await keptByPage(page)).not.toContain("co/verifier");
    await attach(page, place);
    expect(await call(page, "start")).toMatchObject({ value: { kind: "authenticated" } });
    await place.close();
  });

  test("of two at once gives each its own user", async ({ page, stack }) => {
    await openPage(page, stack);
    const email = newEmail();
    await callEngine(page, "signup", realm, { email, password });
    const credentials = [
      { username: stack.user.email, password: stack.user.password, realm },
      { username: email, password, realm },
    ];
    const outcomes = await Promise.all(
      credentials.map((given) => callEngine(page, "loginByGrant", given, asked)),
    );
    expect(outcomes).toMatchObject([
      { value: { claims: { email: stack.user.email } } },
      { value: { claims: { email } } },
    ]);
  });
});

test.describe("accounts", () => {
  test("are created with all that was given", async ({ page, stack }) => {
    await openPage(page, stack);
    const email = newEmail();
    const userMetadata = { favouriteColour2: "blue", snake_case: "x" };
    const sent = page.waitForRequest(/signup$/);
    const outcome = await call(page, "signup", {
      email,
      password,
      givenName: "Ada",
      familyName: "L",
      nickname: "al",
      userMetadata,
    });
    expect(outcome).toMatchObject({
      value: { kind: "authenticated", session: { user: { email, given_name: "Ada" } } },
    });
    expect((await sent).postDataJSON()).toMatchObject({ user_metadata: userMetadata });
  });

  test("are mailed a link to a new password, for an organization too", async ({ page, stack }) => {
    await openPage(page, stack);
    for (const organization of [undefined, "analytical-society"]) {
      const email = newEmail();
      await callEngine(page, "signup", realm, { email, password });
      const request = { connection: realm, email, organization };
      expect(await callEngine(page, "changePassword", request)).toEqual({ value: undefined });
      expect(await stack.tenant.inbox.wait({ to: email, kind: "reset" })).toBeDefined();
    }
  });

  test("are read from /userinfo, and an unknown token is refused", async ({ page, stack }) => {
    await openPage(page, stack);
    await signedIn(page, stack.user);
    expect(await call(page, "userInfo")).toMatchObject({ value: { email: stack.user.email } });
    const refused = await callEngine(page, "userinfo", "no-such-token");
    expect(refused).toMatchObject({ code: "access_denied" });
    expectNoSecret(refused.dump ?? "", ["no-such-token"]);
  });

  test("are taken over for a token of theirs, with further fields and without", async ({
    page,
    stack,
  }) => {
    await openPage(page, stack);
    await signedIn(page, stack.user);
    const subjectToken = await page.evaluate(() => window.portico.client?.getIdToken());
    const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";
    for (const extra of [undefined, { campaignId2: "x" }]) {
      const exchange = { subjectToken, subjectTokenType, extra };
      expect(await callEngine(page, "exchangeToken", exchange, asked)).toMatchObject({
        value: { claims: { email: stack.user.email } },
      });
    }
    const forged = { subjectToken: "no-token-of-theirs", subjectTokenType };
    const refused = await callEngine(page, "exchangeToken", forged, asked);
    expect(refused).toMatchObject({ code: "invalid_grant" });
    expectNoSecret(refused.dump ?? "", [forged.subjectToken]);
  });
});

test.describe("without a password", () => {
  test("a link signs in, with the app's own parameters", async ({ page, stack }) => {
    await openPage(page, stack);
    const email = newEmail();
    await passwordless(page, "start", { email, send: "link", authParams: { ui_locales: "de" } });
    const { url = "" } = await stack.tenant.inbox.wait({ to: email });
    await page.goto(url);
    await page.waitForURL(/[?&]code=/);
    await attach(page, stack);
    expect(await call(page, "start")).toMatchObject({
      value: { kind: "authenticated", session: { user: { email } } },
    });
  });
});

test("the address to log out by is the one that auth0-js writes", async ({ page, stack }) => {
  await openPage(page, stack);
  const targets = [{}, { returnTo: `${stack.app}/a?b=c&d` }, { federated: true, returnTo: "x" }];
  const ours = await page.evaluate(
    (given) => given.map((target) => window.engine?.logoutUrl(target)),
    targets,
  );
  const options = {
    domain: stack.tenant.url,
    clientID: stack.clientId,
    _sendTelemetry: false,
  };
  const theirs = await page.evaluate(([given, all]) => window.auth0JsLogoutUrls(given, all), [
    options,
    targets,
  ] as const);
  expect(ours).toEqual(theirs);
});

/** A tenant that a test may spoil; it knows the page. */
function ownTenant(stack: Stack, options: TenantOptions = {}): Promise<Stack> {
  return withTenant(stack, options, (seed) => ({
    ...seed,
    clients: seed.clients.map((client) => ({
      ...client,
      callbacks: [...client.callbacks, pageOf(stack)],
    })),
  }));
}

/** What each request is called with. */
const requests = {
  "/co/authenticate": [
    ["loginInPage", { username: "ada@example.com", password, realm }, asked],
    ["loginInPage", { username: "ada@example.com", otp: "738291", realm: "email" }, asked],
    [
      "loginUrl",
      { username: "ada@example.com", password, realm },
      { ...asked, redirectUri: "http://localhost/" },
    ],
  ],
  "/oauth/token": [
    ["loginByGrant", { username: "ada@example.com", password, realm }, asked],
    ["loginByGrant", { username: "ada@example.com", otp: "738291", realm: "email" }, asked],
    [
      "exchangeToken",
      { subjectToken: "a-subject-token", subjectTokenType: "urn:example:token" },
      asked,
    ],
  ],
  "/dbconnections/signup": [["signup", realm, { email: "new@example.com", password }]],
  "/passwordless/start": [
    [
      "passwordlessStart",
      { connection: "email", send: "code", email: "ada@example.com" },
      undefined,
    ],
  ],
  "/dbconnections/change_password": [
    ["changePassword", { connection: realm, email: "ada@example.com" }],
  ],
  "/userinfo": [["userinfo", "an-access-token"]],
} as const;
for (const [path, calls] of Object.entries(requests)) {
  test(`a call that waits for ${path} ends when given up, and its request with it`, async ({
    page,
    stack,
  }) => {
    await openPage(page, stack);
    for (const [method, ...args] of calls) {
      stack.tenant.faults.add({ match: { path }, fault: "hang" });
      const ended = page.waitForEvent("requestfailed");
      const outcome = callEngine(page, method, ...args);
      await expect.poll(() => stack.tenant.faults.list().at(-1)?.hits).toBe(1);
      await page.evaluate(() => window.abortCalls());
      expect(await outcome).toMatchObject({ code: "aborted" });
      await ended;
    }
  });
}

test.describe("a silent login", () => {
  test("says that consent is due, and auth0-js says nothing to the console", async ({
    page,
    stack,
  }) => {
    const place = await ownTenant(stack, { loopbackConsent: true });
    await openPage(page, place);
    expect(await call(page, "login", stack.user)).toMatchObject({ code: "consent_required" });
    await place.close();
  });

  test("holds to the user and the age that it asks for", async ({ page, stack }) => {
    await openPage(page, stack);
    await signedIn(page, stack.user);
    const other = { ...asked, subject: "auth0|other" };
    expect(await callEngine(page, "silentLogin", other)).toMatchObject({ code: "user_changed" });
    stack.tenant.faults.add({ fault: "token:missing-auth-time" });
    const fresh = { ...asked, maxAge: 3600 };
    expect(await callEngine(page, "silentLogin", fresh)).toMatchObject({ code: "invalid_token" });
  });

  test("goes by the first of two answers, and by the right one of two calls", async ({
    page,
    stack,
  }) => {
    await openPage(page, stack);
    await signedIn(page, stack.user);
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: "wm-double" });
    const scopes = ["openid email", "openid profile"];
    const outcomes = await Promise.all(
      scopes.map((scope) => callEngine(page, "silentLogin", { scope })),
    );
    expect(outcomes).toMatchObject(scopes.map((scope) => ({ value: { scope } })));
    expect(await page.locator("iframe").count()).toBe(0);
  });

  test("takes no answer from anybody else", async ({ page, stack }) => {
    await openPage(page, stack);
    await signedIn(page, stack.user);
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: { kind: "wm-late", ms: 500 } });
    const outcome = callEngine(page, "silentLogin", asked);
    const frame = page.locator("iframe");
    await frame.waitFor({ state: "attached" });
    const state = new URL((await frame.getAttribute("src")) ?? "").searchParams.get("state");
    const seen = await page.evaluate((known) => {
      const types: string[] = [];
      const others = (event: MessageEvent<{ type: string }>) => types.push(event.data.type);
      window.addEventListener("message", others);
      const code = "an-injected-code";
      for (const response of [{ state: known, code }, { state: known, error: "x" }, null]) {
        const data = { type: "authorization_response", response };
        window.dispatchEvent(new MessageEvent("message", { data, origin: "http://evil.example" }));
      }
      window.dispatchEvent(new MessageEvent("message", { data: { type: "of_another_library" } }));
      window.removeEventListener("message", others);
      return types;
    }, state);
    expect(seen).toEqual(["of_another_library"]);
    expect(await outcome).toMatchObject({ value: { claims: { email: stack.user.email } } });
  });

  test("that is given up takes its iframe and its listeners along", async ({ page, stack }) => {
    await page.addInitScript(() => {
      const listeners = new Set<unknown>();
      Object.assign(window, { listeners });
      const { addEventListener, removeEventListener } = window;
      window.addEventListener = (...given: Parameters<typeof addEventListener>) => {
        if (given[0] === "message") listeners.add(given[1]);
        addEventListener.apply(window, given);
      };
      window.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
        listeners.delete(given[1]);
        removeEventListener.apply(window, given);
      };
    });
    await openPage(page, stack);
    const listening = () =>
      page.evaluate(() => (Reflect.get(window, "listeners") as Set<unknown>).size);
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: "hang" });
    const outcome = callEngine(page, "silentLogin", asked);
    await expect.poll(listening).toBe(2);
    await page.evaluate(() => window.abortCalls());
    expect(await outcome).toMatchObject({ code: "aborted" });
    expect(await page.locator("iframe").count()).toBe(0);
    await expect.poll(listening).toBe(0);
  });
});
