import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

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

  test("ends the session although the refresh token cannot be taken back", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, withRefresh);
    await call(page, "login", stack.user);
    const { id } = stack.tenant.faults.add({ match: { path: "/oauth/revoke" }, fault: "network" });
    expect((await call(page, "logout", { local: true })).value).toEqual({ kind: "anonymous" });
    expect(await sessionState(page)).toEqual({ status: "anonymous", reason: "signed_out" });
    await expect
      .poll(() => stack.tenant.faults.list().find((rule) => rule.id === id)?.hits)
      .toBe(1);
  });

  test("asks for nothing where there is no refresh token", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    stack.tenant.clearRequests();
    await call(page, "logout", { local: true });
    expect((await call(page, "getAccessToken")).code).toBe("login_required");
    expect(requestsTo(stack)).toEqual([]);
  });

  test("leaves nothing of the user in the page", async ({ page, stack }) => {
    await openCore(page, stack, withRefresh);
    await call(page, "login", stack.user);
    const idToken = (await call(page, "getIdToken")).value;
    await call(page, "logout", { local: true });
    expect((await call(page, "getIdToken")).value).toBeUndefined();
    expect(await keptByPage(page)).not.toContain(idToken);
    // All that stays is when that was, for pages that slept through it.
    const rest = await page.evaluate(() =>
      [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map((key) =>
        key.replace(/^(portico\.[\w-]+).*/, "$1"),
      ),
    );
    expect(rest).toEqual(["portico.signed-out"]);
  });

  test("goes by the tenant's list, and out at the identity provider too, where told so", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    const url = (await call(page, "buildLogoutUrl", { federated: true, allowedBy: "tenant" }))
      .value as string;
    expect(url).toBe(`${stack.tenant.url}/v2/logout?federated`);
    await page.evaluate(
      () => void window.portico.client?.logout({ federated: true, allowedBy: "tenant" }),
    );
    await page.waitForURL(/\/v2\/logout/);
    const asked = stack.tenant.requests().findLast(({ path }) => path === "/v2/logout");
    expect(asked).toBeDefined();
    expect(page.url()).not.toContain("client_id");
  });

  test("outweighs a renewal that is under way, whose new refresh token is worth nothing then", async ({
    page,
    stack,
  }) => {
    const user = { email: newEmail(), password: "Long-enough-42" };
    await openCore(page, stack, withRefresh);
    await call(page, "signup", user);
    const { id } = stack.tenant.faults.add({
      match: { path: "/oauth/token", method: "POST" },
      fault: { kind: "delay", ms: 2000 },
    });
    const renewal = call(page, "getAccessToken", { minValidity: 1e6 });
    await expect
      .poll(() => stack.tenant.faults.list().find((rule) => rule.id === id)?.hits)
      .toBe(1);
    await call(page, "logout", { local: true });
    // The renewal may still have been refused for what the logout has taken back.
    expect(["aborted", "invalid_grant"]).toContain((await renewal).code);
    expect(await sessionState(page)).toEqual({ status: "anonymous", reason: "signed_out" });
  });
});
