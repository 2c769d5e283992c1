import { call, openCore } from "./core-page.js";
import { expect, requestsTo, test } from "./fixtures.js";

const withRefresh = { scope: "openid profile email offline_access" };

test.describe("logout", () => {
  test("takes back the refresh token before the page leaves for the tenant", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, withRefresh);
    await call(page, "login", stack.user);
    const spent = page.waitForRequest((request) => request.url().endsWith("/oauth/revoke"));
    stack.tenant.clearRequests();
    const returnTo = `${stack.app}/harness/index.html`;
    await page.evaluate((to) => void window.portico.client?.logout({ returnTo: to }), returnTo);
    const form = new URLSearchParams((await spent).postData() ?? "");
    expect(form.get("client_id")).toBe(stack.clientId);
    expect(form.get("token_type_hint")).toBe("refresh_token");
    expect(form.get("token")).toBeTruthy();
    await expect
      .poll(() => requestsTo(stack))
      .toEqual(expect.arrayContaining(["POST /oauth/revoke", "GET /v2/logout"]));
    expect(stack.tenant.requests().filter(({ preflight }) => preflight)).toEqual([]);
  });
});
