import type { Page } from "@playwright/test";
import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("login", () => {
  test("in-page makes a session that a fresh client finds again", async ({ page, stack }) => {
    await openCore(page, stack);
    const outcome = await call(page, "login", stack.user);
    expect(outcome.value).toMatchObject({
      kind: "authenticated",
      session: { user: { email: stack.user.email } },
    });
    await openCore(page, stack);
    expect((await call(page, "start")).value).toMatchObject({ kind: "authenticated" });
  });

  test("in-page sends one request for each step and none twice", async ({ page, stack }) => {
    await openCore(page, stack);
    stack.tenant.clearRequests();
    await call(page, "login", stack.user);
    const requests = stack.tenant.requests().map(({ method, path }) => `${method} ${path}`);
    expect(requests.toSorted()).toEqual(
      [
        "OPTIONS /co/authenticate",
        "POST /co/authenticate",
        "GET /authorize",
        "POST /oauth/token",
        "GET /.well-known/jwks.json",
      ].toSorted(),
    );
  });

  test("password-realm leaves no session at the tenant and keeps its own", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const outcome = await call(page, "login", { ...stack.user, via: "password-realm" });
    expect(outcome.value).toMatchObject({ kind: "authenticated" });
    expect((await call(page, "checkSession")).code).toBe("login_required");
    expect(await sessionState(page)).toMatchObject({ status: "authenticated" });
  });

  test("by redirect comes back with the app's state, once", async ({ page, stack }) => {
    await openCore(page, stack);
    const config = {
      domain: stack.tenant.url,
      clientId: stack.clientId,
      redirectUri: `${stack.app}/harness/index.html`,
    };
    const back = page.waitForURL(/code=/);
    const appState = { returnTo: "/projects?open=1", note: { n: 1 } };
    await call(page, "login", { ...stack.user, via: "redirect", appState });
    await back;
    const callbackUrl = page.url();
    await attachClient(page, config);
    const outcome = await call(page, "start");
    expect(outcome.value).toMatchObject({ kind: "authenticated", appState });
    expect(page.url()).toBe(`${stack.app}/projects?open=1`);

    await page.goto(callbackUrl);
    await attachClient(page, config);
    // The tenant still knows the browser, so a response that was used before ends well and quietly.
    expect((await call(page, "start")).value).toMatchObject({ kind: "authenticated" });
    expect(page.url()).not.toContain("code=");
  });

  test("a returnTo of another origin becomes the start page", async ({ page, stack }) => {
    await openCore(page, stack);
    const back = page.waitForURL(/code=/);
    const appState = { returnTo: "https://evil.example/" };
    await call(page, "login", { ...stack.user, via: "redirect", appState });
    await back;
    await attachClient(page, {
      domain: stack.tenant.url,
      clientId: stack.clientId,
      redirectUri: `${stack.app}/harness/index.html`,
    });
    expect((await call(page, "start")).value).toMatchObject({ appState: { returnTo: "/" } });
    expect(page.url()).toBe(`${stack.app}/`);
  });

  test("the implicit grant works where it is asked for", async ({ page, stack }) => {
    await openCore(page, stack, { responseType: "token id_token" });
    expect((await call(page, "login", stack.user)).value).toMatchObject({ kind: "authenticated" });
  });

  test("in-page on another site than the tenant's is third_party_cookies_blocked", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, {}, stack.appElsewhere);
    expect((await call(page, "login", stack.user)).code).toBe("third_party_cookies_blocked");
    expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
    const byGrant = await call(page, "login", { ...stack.user, via: "password-realm" });
    expect(byGrant.value).toMatchObject({ kind: "authenticated" });
  });

  for (const via of ["in-page", "redirect", "password-realm"]) {
    test(`${via} with a wrong password is invalid_credentials and leaks nothing`, async ({
      page,
      stack,
    }) => {
      await openCore(page, stack);
      const password = "canary-3f9a1c";
      const outcome = await call(page, "login", { email: stack.user.email, password, via });
      expect(outcome.code).toBe("invalid_credentials");
      const kept = await keptByPage(page);
      expect(outcome.error + kept).not.toContain(password);
      expect(kept).not.toContain("codeVerifier");
    });
  }
});

test.describe("sign-up", () => {
  test("creates the user and signs in", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const outcome = await call(page, "signup", { email, password: "Long-enough-42" });
    expect(outcome.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
  });

  test("only creates the user where no sign-in is wanted", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const outcome = await call(page, "signup", {
      email,
      password: "Long-enough-42",
      signIn: false,
    });
    expect(outcome.value).toEqual({ kind: "accepted", destination: email });
    expect((await call(page, "checkSession")).code).toBe("login_required");
  });

  test("of a known address and with a weak password fail by their codes", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const known = await call(page, "signup", { ...stack.user, password: "Long-enough-42" });
    expect(known.code).toBe("invalid_signup");
    const weak = await call(page, "signup", { email: newEmail(), password: "short" });
    expect(weak.code).toBe("invalid_password");
    expect(JSON.parse(weak.error ?? "")).toMatchObject({
      details: { policy: "strength", rules: [{ code: "lengthAtLeast", format: [8] }, {}] },
    });
    const bad = await call(page, "signup", { email: "no-address", password: "Long-enough-42" });
    expect(bad.code).toBe("invalid_email");
  });
});

test.describe("session", () => {
  test("ten calls at once share one silent request", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    stack.tenant.clearRequests();
    await page.evaluate(async () => {
      const { client, result } = window.portico;
      await Promise.all(
        Array.from({ length: 10 }, () => result(async () => client?.checkSession())),
      );
    });
    const asked = stack.tenant.requests().filter(({ path }) => path === "/authorize");
    expect(asked).toHaveLength(1);
    expect(await page.locator("iframe").count()).toBe(0);
  });

  test("hands out the access token from memory and one for another API on demand", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    stack.tenant.clearRequests();
    const first = await call(page, "getAccessToken");
    expect((await call(page, "getAccessToken")).value).toBe(first.value);
    expect(stack.tenant.requests()).toEqual([]);
    const audience = "https://api.portico.example";
    const other = await call(page, "getAccessToken", { audience });
    const [, payload = ""] = String(other.value).split(".");
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      aud: expect.arrayContaining([audience]),
    });
    expect(await sessionState(page)).not.toHaveProperty("session.audience");
  });

  test("renews by refresh token, rotates it, and outlives the tenant's session", async ({
    page,
    stack,
  }) => {
    const scope = "openid profile email offline_access";
    await openCore(page, stack, { scope });
    await call(page, "login", stack.user);
    stack.tenant.endSessions(stack.user.email);
    for (const _round of [1, 2]) {
      const renewed = await call(page, "getAccessToken", { minValidity: 1e7 });
      expect(renewed.code).toBeUndefined();
    }
    expect(await sessionState(page)).toMatchObject({ session: { hasRefreshToken: true } });
  });

  test("ends when the tenant's session has ended elsewhere", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    stack.tenant.endSessions(stack.user.email);
    expect((await call(page, "checkSession")).code).toBe("login_required");
    expect(await sessionState(page)).toEqual({
      status: "anonymous",
      reason: "signed_out_elsewhere",
    });
  });

  test("never goes over to another user by itself", async ({ page, context, stack }) => {
    await openCore(page, stack);
    await call(page, "login", { ...stack.user });
    await page.evaluate(() => window.portico.client?.stop());
    const other = await context.newPage();
    await openCore(other, stack);
    await call(other, "signup", { email: newEmail(), password: "Long-enough-42" });
    expect((await call(page, "checkSession")).code).toBe("user_changed");
    expect(await sessionState(page)).toMatchObject({ status: "anonymous", reason: "user_changed" });
  });

  test("reads the user from /userinfo", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    expect((await call(page, "userInfo")).value).toMatchObject({ email: stack.user.email });
  });

  test("keeps no token where scripts or people could find it", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    const idToken = (await call(page, "getIdToken")).value;
    const accessToken = (await call(page, "getAccessToken")).value;
    const seen =
      (await keptByPage(page)) + (await page.content()) + JSON.stringify(await sessionState(page));
    expect(seen).not.toContain(idToken);
    expect(seen).not.toContain(accessToken);
  });

  test("a token for another API leaves the session as it is", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    const before = await sessionState(page);
    const audience = "https://api.portico.example";
    expect((await call(page, "checkSession", { audience })).value).toMatchObject({
      kind: "authenticated",
    });
    expect(await sessionState(page)).toEqual(before);
    stack.tenant.clearRequests();
    await call(page, "getAccessToken", { audience });
    expect(stack.tenant.requests()).toEqual([]);
  });

  test("a logout outweighs a login that is still under way", async ({ page, stack }) => {
    await openCore(page, stack);
    const { id } = stack.tenant.faults.add({
      match: { path: "/oauth/token", method: "POST" },
      fault: { kind: "delay", ms: 300 },
    });
    const login = call(page, "login", stack.user);
    const hits = () => stack.tenant.faults.list().find((rule) => rule.id === id)?.hits;
    await expect.poll(hits).toBe(1);
    await call(page, "logout", { local: true });
    expect((await login).code).toBe("aborted");
    expect(await sessionState(page)).toEqual({ status: "anonymous", reason: "signed_out" });
  });

  test("an aborted call settles as aborted and leaves no frame", async ({ page, stack }) => {
    await openCore(page, stack);
    stack.tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "hang" });
    const code = await page.evaluate(async () => {
      const controller = new AbortController();
      const { client, result } = window.portico;
      const ended = result(async () => client?.checkSession({ signal: controller.signal }));
      controller.abort();
      return (await ended).code;
    });
    expect(code).toBe("aborted");
    expect(await page.locator("iframe").count()).toBe(0);
  });
});

/** Everything that a page keeps where scripts, people or logs may find it. */
function keptByPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const stores = [sessionStorage, localStorage].map((store) => Object.entries(store));
    return JSON.stringify([stores, document.cookie, location.href, history.state]);
  });
}
