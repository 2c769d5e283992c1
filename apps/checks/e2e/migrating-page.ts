import { test as base, expect, type Page } from "@playwright/test";
import { api, startMigratingSite } from "../stack/migrating-pages.js";
import type { SampleSite } from "../stack/sample-site.js";

export { expect } from "@playwright/test";

/** Somebody who is registered at the tenant. */
export const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };

/** `site` is shared by the tests of one worker, so a test that changes a user makes one of its own. */
export const test = base.extend<{ noise: string[] }, { site: SampleSite }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const site = await startMigratingSite();
      await use(site);
      await site.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  // An example is to be copied, so it may write nothing to the console but what it says itself.
  noise: [
    async ({ context, site }, use) => {
      const noise: string[] = [];
      context.on("console", (message) => {
        const text = message.text();
        const isOurs = message.location().url.startsWith(site.origin);
        if (isOurs && !text.includes("React DevTools")) noise.push(text);
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await use(noise);
      expect(noise, "console output and uncaught errors").toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the page with an example in it, and answers for its API with the token's audience. */
export async function openExample(page: Page, site: SampleSite, name: string): Promise<void> {
  const given = { name, domain: site.tenant.url, clientId: site.clientId };
  await page.addInitScript(({ name: shown, domain, clientId }) => {
    window.shownExample = shown;
    window.tenantDomain = domain;
    window.tenantClientId = clientId;
  }, given);
  await page.route(`${api}/**`, (route) => {
    const headers = {
      "access-control-allow-origin": site.origin,
      "access-control-allow-headers": "authorization",
    };
    const [, payload = ""] = (route.request().headers()["authorization"] ?? "").split(".");
    const claims = Buffer.from(payload, "base64url").toString();
    return route.fulfill({ headers, body: claims.includes(api) ? "Two orders" : "No access" });
  });
  await page.goto(site.origin);
}

/** Fills fields by their labels. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Presses a button by its name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Signs in at the tenant's own page. */
export async function signInAtTenant(page: Page): Promise<void> {
  await page.locator("#username").fill(ada.email);
  await page.locator("#password").fill(ada.password);
  await page.locator("#go").click();
}
