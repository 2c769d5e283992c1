import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";

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
      fault: { kind: "delay", ms: 2000 },
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
