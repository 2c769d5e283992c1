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
});
