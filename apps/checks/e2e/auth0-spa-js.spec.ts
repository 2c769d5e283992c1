import type { Auth0ClientOptions } from "@auth0/auth0-spa-js";
import type { Page } from "@playwright/test";
import { decodeJwt } from "jose";
import { harness, logIn, openSpaJs, renew } from "./auth0-spa-js-page.js";
import { expect, newEmail, requestsTo, signInAtTenant, test } from "./fixtures.js";

const offline: Partial<Auth0ClientOptions> = {
  useRefreshTokens: true,
  cacheLocation: "localstorage",
};

/** Empty if there is none. */
function storedRefreshToken(page: Page): Promise<string> {
  return page.evaluate(() => {
    const stored = Object.values<string>(localStorage).join();
    return /"refresh_token":"([^"]+)"/.exec(stored)?.[1] ?? "";
  });
}

test.describe("the unmodified @auth0/auth0-spa-js 2.27.0", () => {
  test("logs in by redirect and brings the app's state back", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    expect(await logIn(page, stack)).toEqual({ open: "/projects" });
    expect(await page.evaluate(() => window.auth0Spa.getUser())).toMatchObject({
      email: stack.user.email,
    });
    const asked = [
      "GET /authorize",
      "GET /u/login",
      "POST /u/login",
      "GET /authorize/resume",
      "POST /oauth/token",
    ];
    expect(requestsTo(stack)).toEqual(expect.arrayContaining(asked));
  });

  test("finds its session again in a page that knows no token", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    await logIn(page, stack);
    await page.goto(stack.app + harness);
    expect(await page.evaluate(() => window.auth0Spa.isAuthenticated())).toBe(false);
    await page.evaluate(() => window.auth0Spa.checkSession());
    expect(await page.evaluate(() => window.auth0Spa.isAuthenticated())).toBe(true);
  });

  test("renews through an iframe", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    await logIn(page, stack);
    stack.tenant.clearRequests();
    expect(await renew(page)).not.toContain("failed");
    expect(requestsTo(stack)).toEqual(["GET /authorize", "POST /oauth/token"]);
  });

  test("is told login_required where there is no session", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    expect(await renew(page)).toBe("failed: login_required");
    expect(requestsTo(stack)).toEqual(["GET /authorize"]);
  });

  test("gets a token for an API", async ({ page, stack }) => {
    const audience = "https://api.portico.example";
    const scope = "openid read:projects";
    await openSpaJs(page, stack, { authorizationParams: { audience, scope } });
    await logIn(page, stack);
    const token = await page.evaluate(() =>
      window.auth0Spa.getTokenSilently({ detailedResponse: true }),
    );
    expect(decodeJwt(token?.access_token ?? "")).toMatchObject({
      aud: [audience, `${stack.tenant.url}/userinfo`],
      scope,
    });
  });

  test("renews by refresh token, and gets a new one each time", async ({ page, stack }) => {
    await openSpaJs(page, stack, offline);
    await logIn(page, stack);
    const tokens = [await storedRefreshToken(page)];
    stack.tenant.clearRequests();
    for (const _ of [1, 2]) {
      expect(await renew(page)).not.toContain("failed");
      tokens.push(await storedRefreshToken(page));
    }
    expect(requestsTo(stack)).toEqual(["POST /oauth/token", "POST /oauth/token"]);
    expect(new Set(tokens).size).toBe(3);
    expect(tokens).not.toContain("");
  });

  test("renews and revokes the refresh token that its worker keeps", async ({ page, stack }) => {
    await openSpaJs(page, stack, { useRefreshTokens: true });
    await logIn(page, stack);
    stack.tenant.clearRequests();
    expect(await renew(page)).not.toContain("failed");
    await page.evaluate(() => window.auth0Spa.revokeRefreshToken());
    expect(requestsTo(stack)).toEqual(["POST /oauth/token", "POST /oauth/revoke"]);
    expect(await renew(page)).toBe("failed: missing_refresh_token");
  });

  test("falls back to its iframe when the tenant knows the refresh token no more", async ({
    page,
    stack,
  }) => {
    await openSpaJs(page, stack, { ...offline, useRefreshTokensFallback: true });
    await logIn(page, stack);
    const { tenant, clientId } = stack;
    await fetch(`${tenant.url}/oauth/revoke`, {
      method: "POST",
      body: new URLSearchParams({
        client_id: clientId,
        token: await storedRefreshToken(page),
      }),
    });
    tenant.clearRequests();
    expect(await renew(page)).not.toContain("failed");
    expect(requestsTo(stack)).toEqual(["POST /oauth/token", "GET /authorize", "POST /oauth/token"]);
  });

  test("logs in to an organization and stays in it", async ({ page, stack }) => {
    const organization = "analytical-society";
    await openSpaJs(page, stack, { authorizationParams: { organization } });
    await logIn(page, stack);
    expect(await renew(page)).not.toContain("failed");
    expect(await page.evaluate(() => window.auth0Spa.getIdTokenClaims())).toMatchObject({
      org_id: expect.stringMatching(/^org_/),
      org_name: organization,
    });
  });

  test("exchanges a token of elsewhere for its own", async ({ page, stack }) => {
    await openSpaJs(page, stack, { authorizationParams: { scope: "openid profile email" } });
    const { user, tenant, clientId } = stack;
    const granted = await fetch(`${tenant.url}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "password",
        client_id: clientId,
        username: user.email,
        password: user.password,
        scope: "openid",
      }),
    });
    const { id_token: idToken } = (await granted.json()) as { id_token: string };
    await page.evaluate(
      (subjectToken) =>
        window.auth0Spa.loginWithCustomTokenExchange({
          subject_token: subjectToken,
          subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        }),
      idToken,
    );
    expect(await page.evaluate(() => window.auth0Spa.getUser())).toMatchObject({
      email: user.email,
    });
    // No session at the tenant comes from it.
    expect(await renew(page)).toBe("failed: login_required");
  });

  test("logs in by popup", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    const opened = page.waitForEvent("popup");
    const done = page.evaluate(() => window.auth0Spa.loginWithPopup());
    const popup = await opened;
    await signInAtTenant(popup, stack);
    await done;
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(await page.evaluate(() => window.auth0Spa.getUser())).toMatchObject({
      email: stack.user.email,
    });
    expect(requestsTo(stack)).toEqual(
      expect.arrayContaining(["GET /authorize", "POST /u/login", "POST /oauth/token"]),
    );
  });

  test("opens a popup where a renewal needs a second factor", async ({ page, stack }) => {
    const user = { email: newEmail(), password: "Long-enough-42" };
    await stack.tenant.seed({ clients: [], users: [user] });
    await openSpaJs(page, stack, { interactiveErrorHandler: "popup" });
    await logIn(page, { ...stack, user });
    stack.tenant.updateUser(user.email, { mfaRequired: true });
    const opened = page.waitForEvent("popup");
    const renewed = renew(page);
    const popup = await opened;
    await popup.waitForURL(/\/u\/mfa/);
    await popup.close();
    expect(await renewed).toBe("failed: cancelled");
  });

  test("logs out, at the tenant too", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    await logIn(page, stack);
    const returned = page.waitForURL(`${stack.app}/`);
    await page.evaluate(
      (returnTo) => window.auth0Spa.logout({ logoutParams: { returnTo } }),
      `${stack.app}/`,
    );
    await returned;
    expect(requestsTo(stack)).toContain("GET /v2/logout");
    await page.goto(stack.app + harness);
    expect(await renew(page)).toBe("failed: login_required");
  });

  test("accepts no response that it did not ask for", async ({ page, stack }) => {
    await openSpaJs(page, stack);
    await logIn(page, stack);
    await page.goto(stack.app + harness);
    const back = page.waitForURL(/[?&]code=/);
    void page.evaluate(() => window.auth0Spa.loginWithRedirect()).catch(() => {});
    await back;
    stack.tenant.clearRequests();
    const refused = await page.evaluate(() => {
      const address = new URL(window.location.href);
      address.searchParams.set("state", "somebody-elses");
      return window.auth0Spa.handleRedirectCallback(address.href).catch(String);
    });
    expect(refused).toContain("Invalid state");
    expect(requestsTo(stack)).toEqual([]);
  });
});
