import type { Page } from "@playwright/test";
import type { UserManagerSettings } from "oidc-client-ts";
import type { Stack } from "../stack/start-stack.js";
import { expect, requestsTo, signInAtTenant, test } from "./fixtures.js";

const harness = "/harness/oidc-client-ts.html";

/** All it is told is the issuer; everything else it reads from the discovery document. */
async function openOidcClient(page: Page, { tenant, app, clientId }: Stack): Promise<void> {
  const settings: UserManagerSettings = {
    authority: tenant.issuer,
    client_id: clientId,
    redirect_uri: app + harness,
    post_logout_redirect_uri: app + harness,
    scope: "openid profile email",
    loadUserInfo: true,
    automaticSilentRenew: false,
  };
  // Popups need it as well, and they belong to the context.
  await page.context().addInitScript((value) => {
    window.oidcSettings = value;
  }, settings);
  await page.goto(app + harness);
  tenant.clearRequests();
}

async function logIn(page: Page, stack: Stack, scope = "openid profile email"): Promise<unknown> {
  const leaving = page.waitForURL(/\/u\/login/);
  void page
    .evaluate((asked) => {
      return window.oidc.signinRedirect({ scope: asked, state: { open: "/projects" } });
    }, scope)
    .catch(() => {});
  await leaving;
  await signInAtTenant(page, stack);
  await page.waitForURL(/[?&]code=/);
  const state = await page.evaluate(async () => (await window.oidc.signinCallback())?.state);
  await page.goto(stack.app + harness);
  return state;
}

/** What it keeps of the user; null when signed out. */
function storedUser(page: Page) {
  return page.evaluate(async () => {
    const user = await window.oidc.getUser();
    if (!user) return null;
    const { access_token, refresh_token, scope, profile } = user;
    return { access_token, refresh_token, scope, profile };
  });
}

/** `renewed`, or the error's code. */
function renew(page: Page): Promise<string> {
  return page.evaluate(() =>
    window.oidc.signinSilent().then(
      () => "renewed",
      (error: Error & { error?: string }) => error.error ?? error.message,
    ),
  );
}

test.describe("the unmodified oidc-client-ts 3.5.0", () => {
  test("finds every endpoint by itself and logs in by redirect", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    expect(await logIn(page, stack)).toEqual({ open: "/projects" });
    expect(await storedUser(page)).toMatchObject({
      scope: "openid profile email",
      profile: { email: stack.user.email, iss: stack.tenant.issuer },
    });
    const asked = [
      "GET /.well-known/openid-configuration",
      "GET /authorize",
      "POST /u/login",
      "POST /oauth/token",
      "GET /userinfo",
    ];
    expect(requestsTo(stack)).toEqual(expect.arrayContaining(asked));
  });

  test("renews through an iframe and its callback page", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    await logIn(page, stack);
    const before = await storedUser(page);
    stack.tenant.clearRequests();
    expect(await renew(page)).toBe("renewed");
    const after = await storedUser(page);
    expect(after?.profile.sub).toBe(before?.profile.sub);
    expect(after?.access_token).not.toBe(before?.access_token);
    expect(requestsTo(stack)).toEqual(
      expect.arrayContaining(["GET /authorize", "POST /oauth/token"]),
    );
  });

  test("is told login_required where there is no session", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    expect(await renew(page)).toBe("login_required");
    expect(requestsTo(stack)).not.toContain("POST /oauth/token");
  });

  test("renews by refresh token, and gets a new one each time", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    await logIn(page, stack, "openid profile email offline_access");
    const tokens = [(await storedUser(page))?.refresh_token];
    stack.tenant.clearRequests();
    for (const _ of [1, 2]) {
      expect(await renew(page)).toBe("renewed");
      tokens.push((await storedUser(page))?.refresh_token);
    }
    expect(requestsTo(stack)).not.toContain("GET /authorize");
    expect(requestsTo(stack)).toContain("POST /oauth/token");
    expect(new Set(tokens).size).toBe(3);
    expect(tokens).not.toContain(undefined);
  });

  test("revokes its tokens", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    await logIn(page, stack, "openid profile email offline_access");
    const refreshToken = (await storedUser(page))?.refresh_token ?? "";
    stack.tenant.clearRequests();
    await page.evaluate(() => window.oidc.revokeTokens());
    // One for each kind of token; the tenant forgets refresh tokens and shrugs at the others.
    const revoked = requestsTo(stack).filter((request) => request === "POST /oauth/revoke");
    expect(revoked).toHaveLength(2);
    expect((await storedUser(page))?.refresh_token).toBeNull();
    const response = await fetch(`${stack.tenant.url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "refresh_token",
        client_id: stack.clientId,
        refresh_token: refreshToken,
      }),
    });
    expect(response.status).toBe(403);
  });

  test("logs in by popup", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    const opened = page.waitForEvent("popup");
    const done = page.evaluate(async () => (await window.oidc.signinPopup()).profile.email);
    const popup = await opened;
    await signInAtTenant(popup, stack);
    expect(await done).toBe(stack.user.email);
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(requestsTo(stack)).toEqual(
      expect.arrayContaining(["GET /authorize", "POST /u/login", "POST /oauth/token"]),
    );
  });

  test("logs out at the tenant and comes back with its state", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    await logIn(page, stack);
    const returned = page.waitForURL(/[?&]state=/);
    void page
      .evaluate(() => window.oidc.signoutRedirect({ state: { from: "menu" } }))
      .catch(() => {});
    await returned;
    await page.waitForFunction(() => "oidc" in window);
    expect(requestsTo(stack)).toContain("GET /oidc/logout");
    expect(await page.evaluate(() => window.oidc.signoutCallback())).toMatchObject({
      userState: { from: "menu" },
    });
    expect(await storedUser(page)).toBeNull();
    expect(await renew(page)).toBe("login_required");
  });

  test("accepts no response that it did not ask for", async ({ page, stack }) => {
    await openOidcClient(page, stack);
    const refused = await page.evaluate(() =>
      window.oidc.signinCallback(`${window.location.href}?code=c&state=unknown`).catch(String),
    );
    expect(refused).toContain("No matching state found in storage");
    expect(requestsTo(stack)).toEqual([]);
  });
});
