import { test as base, expect, type Page } from "@playwright/test";
import type { AuthConfig } from "@portico/react";
import type { SeedUser } from "@portico/tenant";
import type { Shown } from "../harness/components/shown.js";
import { startComponentSite, type ComponentSite } from "../stack/component-pages.js";
import { newEmail } from "./fixtures.js";

export { expect } from "@playwright/test";
export { newEmail } from "./fixtures.js";

/** A password that the tenant's policy takes. */
export const password = "Long-enough-42";

/** What an authenticator app was given. */
export const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** `site` is shared by the tests of one worker, so a test that changes a user makes one of its own. */
export const test = base.extend<{ noise: string[] }, { site: ComponentSite }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const site = await startComponentSite();
      await use(site);
      await site.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  // No page of ours may break the policy it is served with, write to the console or leave an error uncaught. A test that
  // wants to see that happen empties the list.
  noise: [
    async ({ context, site }, use) => {
      site.tenant.faults.clear();
      const noise: string[] = [];
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
        });
      });
      context.on("console", (message) => {
        // The browser itself reports refused requests; those belong to the tenant's addresses.
        const isOurs = !message.location().url.startsWith(site.tenant.url);
        const text = message.text();
        if (isOurs && !text.includes("React DevTools")) noise.push(text);
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await use(noise);
      expect(noise, "console output, uncaught errors and broken policies").toEqual([]);
    },
    { auto: true },
  ],
});

/** What a test may say of a page besides its app. */
export interface More {
  readonly props?: Shown["props"];
  readonly traced?: Shown["traced"];
  readonly config?: Partial<AuthConfig>;
}

/** What is shown, with the rest of it filled in. */
export function shownOf(site: ComponentSite, app: Shown["app"], more: More = {}): Shown {
  const { props = {}, traced = [] } = more;
  const config = {
    domain: site.tenant.url,
    clientId: site.clientId,
    redirectUri: site.page,
    popupRedirectUri: site.popup,
    ...more.config,
  };
  return { app, props, traced, config };
}

/** Opens the page with a component in it, and waits until it knows who is signed in. */
export async function openComponent(
  page: Page,
  site: ComponentSite,
  app: Shown["app"],
  more: More = {},
): Promise<void> {
  await page.addInitScript(
    (given) => {
      window.shownComponent = given;
    },
    shownOf(site, app, more),
  );
  await page.goto(site.page);
  await expect(sessionLine(page)).toHaveText(/^(anonymous|authenticated)/);
}

/** What the page says of the session. */
export function sessionLine(page: Page) {
  return page.getByRole("contentinfo");
}

/** The callbacks that were called, in turn. */
export function calls(page: Page) {
  return page.getByRole("list", { name: "Calls" }).getByRole("listitem");
}

/** Somebody new who has an account. */
export async function newUser(
  { tenant }: ComponentSite,
  more: Partial<SeedUser> = {},
): Promise<string> {
  const email = newEmail();
  await tenant.seed({ clients: [], users: [{ email, password, ...more }] });
  return email;
}

/** Fills fields by their labels. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Presses a button by its name. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Chooses somebody at the page that plays a provider. */
export async function chooseAccount(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
}

/** Signs somebody in at the tenant, by a page that is closed again. */
export async function signInElsewhere(
  page: Page,
  site: ComponentSite,
  email: string,
): Promise<void> {
  const other = await page.context().newPage();
  await openComponent(other, site, "Login");
  await fillIn(other, { "E-mail": email, Password: password });
  await press(other, "Sign in");
  await expect(sessionLine(other)).toHaveText(`authenticated ${email}`);
  await other.close();
}

/** Opens a page in which this user is signed in from the start. */
export async function openSignedIn(
  page: Page,
  site: ComponentSite,
  email: string,
  ...[app, more]: [Shown["app"], More?]
): Promise<void> {
  await signInElsewhere(page, site, email);
  await openComponent(page, site, app, more);
}
