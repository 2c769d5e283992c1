import { attachClient, call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, signInAtTenant, test } from "./fixtures.js";

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
    // The page may be gone before the call has answered.
    void call(page, "login", { ...stack.user, via: "redirect", appState }).catch(() => {});
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
    // The page may be gone before the call has answered.
    void call(page, "login", { ...stack.user, via: "redirect", appState }).catch(() => {});
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

  test("on another site than the tenant's nobody is found, which is no error", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    await openCore(page, stack, {}, stack.appElsewhere);
    const asked = page.waitForRequest(/\/authorize\?/);
    expect(await call(page, "start")).toEqual({ value: { kind: "anonymous" } });
    expect(new URL((await asked).url()).searchParams.get("prompt")).toBe("none");
    expect(await sessionState(page)).toEqual({ status: "anonymous" });
    expect((await call(page, "checkSession")).code).toBe("login_required");
    expect(await sessionState(page)).toEqual({ status: "anonymous" });
    expect(await page.locator("iframe").count()).toBe(0);
  });

  test("without a redirectUri comes back to the page's origin", async ({ page, stack }) => {
    // The demo lives there and would take the response, so the harness runs in its page instead.
    const harness = await (await page.request.get(`${stack.app}/harness/index.html`)).text();
    const body = Array.from(
      harness.matchAll(/src="([^"]+)"/g),
      ([, src]) => `import "${src}";`,
    ).join("");
    await page.route(`${stack.app}/assets/*.js`, (route) =>
      route.fulfill({ contentType: "text/javascript", body }),
    );
    const config = { domain: stack.tenant.url, clientId: stack.clientId };
    await page.goto(stack.app);
    await attachClient(page, config);
    // The page may be gone before the call has answered.
    void call(page, "loginWithConnection").catch(() => {});
    await signInAtTenant(page, stack);
    await page.waitForURL(/[?]code=/);
    await attachClient(page, config);
    expect((await call(page, "start")).value).toMatchObject({
      kind: "authenticated",
      session: { user: { email: stack.user.email } },
    });
    expect(page.url()).toBe(`${stack.app}/`);
    const renewed = await call(page, "getAccessToken", { minValidity: 1e7 });
    expect(renewed).toEqual({ value: expect.any(String) as unknown });
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
