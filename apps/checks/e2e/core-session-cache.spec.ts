import { call, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

declare global {
  interface Window {
    /** Whether this very page was restored from the browser's cache. */
    restored?: boolean;
  }
}

// Playwright turns the cache off, because a restored page is none that it made.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
});

test.describe("the browser's cache of pages", () => {
  test("takes a page with a started client, which then looks what has happened", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    await call(page, "start");
    await call(page, "login", stack.user);
    await page.evaluate(() => {
      window.addEventListener("pageshow", ({ persisted }) => (window.restored = persisted));
    });
    await page.goto(`${stack.app}/?elsewhere`);
    stack.tenant.endSessions(stack.user.email);
    await page.goBack({ waitUntil: "commit" });
    expect(await page.evaluate(() => window.restored)).toBe(true);
    await expect
      .poll(() => sessionState(page))
      .toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  });

  test("takes one that renews, shares and watches its session too", async ({ page, stack }) => {
    await openCore(page, stack, { storage: "session" });
    await call(page, "start");
    await call(page, "login", stack.user);
    await call(page, "getAccessToken", { minValidity: 1e6 });
    await page.evaluate(() => {
      window.portico.client?.watchSession();
      window.addEventListener("pageshow", ({ persisted }) => (window.restored = persisted));
    });
    await page.goto(`${stack.app}/?elsewhere`);
    await page.goBack({ waitUntil: "commit" });
    const reasons = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType("navigation");
      return JSON.stringify((entry as { notRestoredReasons?: unknown }).notRestoredReasons ?? null);
    });
    expect(await page.evaluate(() => window.restored), reasons).toBe(true);
  });

  test("gives back a page that hears the other tabs again", async ({ page, context, stack }) => {
    await openCore(page, stack);
    await call(page, "start");
    await call(page, "login", stack.user);
    await page.goto(`${stack.app}/?elsewhere`);
    await page.goBack({ waitUntil: "commit" });
    const other = await context.newPage();
    await openCore(other, stack);
    await call(other, "start");
    await call(other, "logout", { local: true });
    await expect
      .poll(() => sessionState(page))
      .toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
  });
});
