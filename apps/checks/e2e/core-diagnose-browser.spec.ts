import type { Page } from "@playwright/test";
import type { RunningTenant } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import {
  attachDiagnose,
  diagnose,
  diagnosePage,
  named,
  openDiagnose,
  startOwnTenant,
} from "./core-diagnose-page.js";
import { call } from "./core-page.js";
import { expect, signInAtTenant, test } from "./fixtures.js";

/** Serves the page with headers of its own until the test is over. */
function serveWith({ app, pageHeaders }: Stack, headers: Record<string, string>): void {
  pageHeaders.set(new URL(diagnosePage(app)).pathname, headers);
}

/** Signs in at the tenant's pages; the page is back with a session of its own. */
async function signInByRedirect(page: Page, stack: Stack, tenant: RunningTenant, app = stack.app) {
  // The page may be gone before the call has answered.
  void call(page, "loginWithConnection").catch(() => {});
  await page.waitForURL(/\/u\/login/);
  await signInAtTenant(page, stack);
  await page.waitForURL(/[?&]code=/);
  await attachDiagnose(page, app, { domain: tenant.url });
  expect((await call(page, "start")).value).toMatchObject({ kind: "authenticated" });
}

test.describe("diagnose finds what the page or the browser withholds", () => {
  // The browser's own words to what the page's policy stops.
  test.use({
    knownNoise: [/Content Security Policy|^Blocked script execution .* frame is sandboxed/],
  });
  test.afterEach(({ stack }) => stack.pageHeaders.clear());

  test("popups, by a Cross-Origin-Opener-Policy of its own", async ({ page, stack }) => {
    serveWith(stack, { "cross-origin-opener-policy": "same-origin" });
    await openDiagnose(page, stack.app, { domain: stack.tenant.url });
    const policy = [{ code: "opener_policy", details: { policy: "same-origin" } }];
    expect(named(await diagnose(page))).toEqual(policy);
    expect(named(await diagnose(page, { interactive: true }))).toEqual(policy);
  });

  test("popups at the tenant, by a policy of the tenant's pages", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack);
    tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "coop" });
    await openDiagnose(page, stack.app, { domain: tenant.url });
    expect(named(await diagnose(page, { interactive: true }))).toEqual([
      { code: "popups_cut_off", details: { origin: tenant.url } },
    ]);
    await tenant.close();
  });

  test("frames of the tenant", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack);
    tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "xfo" });
    await openDiagnose(page, stack.app, { domain: tenant.url });
    expect(named(await diagnose(page))).toEqual([
      { code: "frames_refused", details: { origin: tenant.url } },
    ]);
    await tenant.close();
  });

  test("a silent answer, for one of two reasons, where the page may not be framed itself", async ({
    page,
    stack,
  }) => {
    const tenant = await startOwnTenant(stack);
    tenant.faults.add({ match: { path: "/authorize" }, times: "always", fault: "xfo" });
    serveWith(stack, { "content-security-policy": "frame-ancestors 'none'" });
    await openDiagnose(page, stack.app, { domain: tenant.url });
    expect(named(await diagnose(page))).toEqual([
      { code: "no_silent_answer", details: { redirectUri: diagnosePage(stack.app) } },
    ]);
    await tenant.close();
  });

  for (const [policy, directives] of [
    ["frame-src 'none'", ["frame-src"]],
    ["connect-src 'self'", ["connect-src"]],
    ["connect-src 'self'; frame-src 'none'", ["connect-src", "frame-src"]],
  ] as const) {
    test(`the tenant, by its own policy ${policy}`, async ({ page, stack }) => {
      serveWith(stack, { "content-security-policy": policy });
      await openDiagnose(page, stack.app, { domain: stack.tenant.url });
      expect(named(await diagnose(page))).toEqual(
        directives.map((directive) => ({
          code: "blocked_by_own_policy",
          details: { directive, origin: stack.tenant.url },
        })),
      );
    });
  }

  test("cookies of a tenant on another site", async ({ page, stack }) => {
    const { appElsewhere } = stack;
    const tenant = await startOwnTenant(stack);
    const sites = { app: appElsewhere, tenant: tenant.url };
    await openDiagnose(page, appElsewhere, { domain: tenant.url });
    const warned = await diagnose(page);
    expect(named(warned)).toEqual([{ code: "different_site", details: sites }]);
    expect(warned.unchecked).toContain("third_party_cookies_blocked");

    await signInByRedirect(page, stack, tenant, appElsewhere);
    expect(named(await diagnose(page, { interactive: true }))).toEqual([
      { code: "third_party_cookies_blocked", details: sites },
    ]);
    await tenant.close();
  });
});

test.describe("diagnose finds what only a user of a social connection brings to light", () => {
  test("Auth0's development keys", async ({ page, stack }) => {
    const tenant = await startOwnTenant(stack, {
      connections: ({ connections = [] }) =>
        connections.map((one) =>
          one.name === "google-oauth2" && "kind" in one ? { ...one, developmentKeys: true } : one,
        ),
    });
    await openDiagnose(page, stack.app, { domain: tenant.url });
    void call(page, "loginWithConnection", { connection: "google-oauth2" }).catch(() => {});
    await page.getByRole("button", { name: "Grace Hopper" }).click();
    await page.waitForURL(/[?&]code=/);
    await attachDiagnose(page, stack.app, { domain: tenant.url });
    await call(page, "start");
    expect(named(await diagnose(page))).toEqual([
      { code: "development_keys", details: { connection: "google-oauth2" } },
    ]);
    await tenant.close();
  });
});
