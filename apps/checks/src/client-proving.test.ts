// @vitest-environment jsdom
import { describe, expect, test, vi } from "vitest";
import { callback } from "./client-browser.js";
import { failureOf, openPage, requestsTo, tenantOrigin } from "./client-page.js";
import {
  ledTo,
  ofCode,
  openSignedIn,
  other,
  queryOf,
  sessionOf,
  typing,
} from "./client-signed-in.js";

const management = `${tenantOrigin}/api/v2/`;
const linkingScope = "openid read:current_user update:current_user_identities";
const popupPage = "https://app.portico.example/popup";
const signingIn = ["GET /authorize", "GET /authorize/resume", "GET /u/login", "POST /u/login"];

describe("proveIdentity", () => {
  test("asks another account's owner in a window, and leaves the session as it is", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const page = await openSignedIn({ scope: "openid email" });
    const token = { kind: "token", times: { auth_time: -30 } } as const;
    page.tenant.faults.add({ match: { path: "/oauth/token" }, after: 1, fault: token });
    const { client, tenant, browser, before } = page;
    const changed = vi.fn();
    client.session.subscribe(changed);
    const proven = await typing(page, client.proveIdentity(), other);
    expect(proven).toEqual({
      user: {
        sub: expect.stringMatching(/^auth0\|/),
        email: other.username,
        email_verified: expect.any(Boolean),
        name: expect.any(String),
        nickname: "mary",
        updated_at: expect.any(String),
      },
      provenAt: 1_799_999_970_000,
    });
    expect(Object.isFrozen(proven)).toBe(true);
    expect(queryOf(browser.windows[0]?.address)).toEqual({
      ...ofCode,
      redirect_uri: callback,
      scope: "openid profile email",
      prompt: "login",
      max_age: "0",
    });
    expect(browser.windows[0]?.closed).toBe(true);
    expect(sessionOf(page)).toBe(before);
    expect(changed).not.toHaveBeenCalled();
    // What linking takes was fetched before the tenant's session became another's.
    expect(requestsTo(tenant)).toEqual(
      ["GET /authorize", ...signingIn, "POST /oauth/token", "POST /oauth/token"].toSorted(),
    );
    tenant.clearRequests();
    const access = { audience: management, scope: linkingScope };
    expect(await client.getAccessToken(access)).toEqual(expect.any(String));
    expect(tenant.requests()).toEqual([]);
  });

  test.each(["old-auth-time", "missing-auth-time"] as const)(
    "takes no proof with %s",
    async (defect) => {
      const page = await openPage({}, {}, { windows: "relaying" });
      page.tenant.faults.add({ fault: `token:${defect}` });
      expect(await failureOf(typing(page, page.client.proveIdentity()))).toMatchObject({
        code: "invalid_token",
        details: { reason: "authentication_time" },
      });
    },
  );

  test("takes hints along, and asks for no API", async () => {
    const page = await openPage({
      audience: "https://api.portico.example",
      organization: "observatory",
      popupRedirectUri: popupPage,
    });
    const aborting = new AbortController();
    const proving = failureOf(
      page.client.proveIdentity({
        connection: "google-oauth2",
        connectionScope: ["a", "b"],
        organization: "analytical-society",
        invitation: "ticket",
        loginHint: "grace@example.com",
        screenHint: "signup",
        acrValues: "urn:a",
        uiLocales: "de en",
        nonce: "own",
        extra: { "ext-plan": "pro" },
        signal: aborting.signal,
      }),
    );
    expect(queryOf(await ledTo(page))).toEqual({
      ...ofCode,
      redirect_uri: popupPage,
      scope: "openid profile email",
      prompt: "login",
      max_age: "0",
      connection: "google-oauth2",
      connection_scope: "a,b",
      organization: "analytical-society",
      invitation: "ticket",
      login_hint: "grace@example.com",
      screen_hint: "signup",
      acr_values: "urn:a",
      ui_locales: "de en",
      nonce: "own",
      "ext-plan": "pro",
    });
    aborting.abort();
    expect(await proving).toMatchObject({ code: "aborted" });
    expect(page.browser.windows[0]?.closed).toBe(true);
  });

  test("is for pages where nobody is signed in, too: then nothing is fetched for linking", async () => {
    const page = await openPage(
      { organization: "analytical-society" },
      {},
      { windows: "relaying" },
    );
    const proven = await typing(page, page.client.proveIdentity());
    expect(proven.user.email).toBe("ada@example.com");
    expect(queryOf(page.browser.windows[0]?.address)["organization"]).toBe("analytical-society");
    expect(requestsTo(page.tenant)).toEqual(
      ["GET /.well-known/jwks.json", ...signingIn, "POST /oauth/token"].toSorted(),
    );
    expect(page.client.session.get()).toEqual({ status: "starting" });
  });

  test("leads its window nowhere where linking is not possible", async () => {
    const page = await openSignedIn();
    page.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "json500" });
    expect(await failureOf(page.client.proveIdentity())).toMatchObject({ code: "server" });
    expect(page.browser.windows).toEqual([
      expect.objectContaining({ closed: true, address: undefined }),
    ]);
    expect(sessionOf(page)).toBe(page.before);
  });

  test("fetches what linking takes anew where it would not last a quarter of an hour", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const page = await openSignedIn();
    const { client, tenant, browser } = page;
    const lifetime = 86_400_000;
    const left = async (ms: number) => {
      vi.setSystemTime(1_800_000_000_000 + lifetime - ms);
      tenant.clearRequests();
      const aborting = new AbortController();
      const proving = failureOf(client.proveIdentity({ signal: aborting.signal }));
      await ledTo(page);
      aborting.abort();
      await proving;
      return requestsTo(tenant).includes("POST /oauth/token");
    };
    expect(await left(lifetime)).toBe(true);
    expect(await left(900_001)).toBe(false);
    expect(await left(900_000)).toBe(true);
    expect(browser.windows).toHaveLength(3);
  });

  test.each([
    ["another account", other, "authenticated"],
    ["the user's own", undefined, "anonymous"],
  ] as const)(
    "of %s says whether the tenant's answers are still about this page's user",
    async (_, who, status) => {
      const page = await openSignedIn();
      const { client, makeClient } = page;
      await typing(page, client.proveIdentity(), who);
      await makeClient({}).login(other);
      const access = { audience: "https://api.portico.example" };
      expect(await failureOf(client.getAccessToken(access))).toMatchObject({
        code: "user_changed",
      });
      expect(client.session.get().status).toBe(status);
    },
  );
});
