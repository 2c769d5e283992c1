import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, signInAtTenant, test } from "./fixtures.js";

test.describe("login", () => {
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
});
