import { diagnose, openDiagnose, startOwnTenant } from "./core-diagnose-page.js";
import { call } from "./core-page.js";
import { expect, requestsTo, test } from "./fixtures.js";

test.describe("diagnose of a healthy tenant", () => {
  const withoutUser = ["clock_skew", "unsupported_algorithm", "popups_blocked", "popups_cut_off"];

  test("finds nothing, and changes nothing", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack);
    await openDiagnose(page, stack.app, { domain: tenant.url, loginVia: "password-realm" });
    const before = tenant.state();
    tenant.clearRequests();
    expect(await diagnose(page)).toEqual({ findings: [], unchecked: withoutUser });
    expect(requestsTo({ ...stack, tenant }).toSorted()).toEqual([
      "GET /.well-known/openid-configuration",
      "GET /authorize",
      "GET /authorize",
      "POST /co/authenticate",
      "POST /oauth/token",
      "POST /oauth/token",
      "POST /oauth/token",
    ]);
    expect(tenant.state()).toEqual(before);
    expect(tenant.inbox.list()).toEqual([]);
    expect(await page.locator("iframe").count()).toBe(0);
    await tenant.close();
  });

  test("finds nothing while somebody is signed in, who stays so", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack);
    const scope = "openid email offline_access";
    await openDiagnose(page, stack.app, { domain: tenant.url, scope });
    await call(page, "login", stack.user);
    const before = await page.evaluate(() => window.portico.client?.session.get());
    expect(await diagnose(page, { interactive: true })).toEqual({ findings: [], unchecked: [] });
    expect(await page.evaluate(() => window.portico.client?.session.get())).toEqual(before);
    expect(page.context().pages()).toHaveLength(1);
    await tenant.close();
  });

  test("may be asked as often as one likes: nobody is locked out", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack, { bruteForceLimit: 2, suspiciousIpLimit: 2 });
    await openDiagnose(page, stack.app, { domain: tenant.url });
    for (const _ of [1, 2, 3]) expect((await diagnose(page)).findings).toEqual([]);
    expect((await call(page, "login", stack.user)).value).toMatchObject({ kind: "authenticated" });
    await tenant.close();
  });

  test("finds nothing wrong with the implicit grant", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack);
    await openDiagnose(page, stack.app, { domain: tenant.url, responseType: "token id_token" });
    await call(page, "login", stack.user);
    expect((await diagnose(page)).findings).toEqual([]);
    await tenant.close();
  });

  test("finds nothing wrong with popups that come back to a listed page", async ({
    page,
    stack,
  }) => {
    const tenant = await startOwnTenant(stack);
    await openDiagnose(page, stack.app, { domain: tenant.url, popupRedirectUri: stack.app });
    expect((await diagnose(page)).findings).toEqual([]);
    await call(page, "login", stack.user);
    expect((await diagnose(page)).findings).toEqual([]);
    await tenant.close();
  });

  test("ends as aborted at once where it is given up", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack);
    tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "hang" });
    await openDiagnose(page, stack.app, { domain: tenant.url });
    const { code } = await page.evaluate(() => {
      const { client, result } = window.portico;
      if (!client) throw new Error("The page has no client yet.");
      const controller = new AbortController();
      const ended = result(() => window.diagnose(client, { signal: controller.signal }));
      controller.abort();
      return ended;
    });
    expect(code).toBe("aborted");
    expect(await page.locator("iframe").count()).toBe(0);
    await tenant.close();
  });
});
