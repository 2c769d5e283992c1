import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/react";
import {
  expect,
  fillIn,
  press,
  sessionLine,
  shownOf,
  test as base,
  type More,
} from "../../e2e/component-page.js";
import type { Shown } from "../../harness/components/shown.js";
import type { ComponentSite } from "../../stack/component-pages.js";
import { startReportCollector, type ReportCollector } from "./reports.js";

/** A browser at the application, under the policy of one cell. */
export interface Visit {
  readonly page: Page;
  readonly site: ComponentSite;
  /** Opens a page with a component in it, and waits until it knows who is signed in. */
  open(app: Shown["app"], more?: More): Promise<void>;
}

/** How the application is served and reached in one cell. */
export interface Served {
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the application is on another site than its tenant, whose cookies the browser hides from it then. */
  readonly elsewhere?: boolean;
  readonly config?: Partial<AuthConfig>;
}

const elsewhere = "app-elsewhere";

/** `visit` serves the application as it is told. Nothing may break the policy, by what the page or the browser says. */
export const test = base.extend<
  { visit: (served: Served) => Promise<Visit>; reports: string[] },
  { collector: ReportCollector }
>({
  collector: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const collector = await startReportCollector();
      await use(collector);
      await collector.close();
    },
    { scope: "worker" },
  ],
  reports: async ({ collector }, use) => {
    collector.received.splice(0);
    await use(collector.received);
    expect(collector.received, "reports of broken policies").toEqual([]);
  },
  visit: async ({ page, site, collector, reports: _reports }, use) => {
    const { headers: usual } = site.served;
    await use(async ({ headers, elsewhere: isElsewhere = false, config = {} }) => {
      const { "content-security-policy": policy = "", ...others } = headers;
      const reported = `${policy}; report-uri ${collector.url}`;
      // The page that windows come back to keeps what it needs.
      site.served.headers = (path) =>
        path === "/popup.html"
          ? usual(path)
          : { ...others, ...(policy && { "content-security-policy": reported }) };
      const served = isElsewhere ? await servedElsewhere(site) : site;
      return {
        page,
        site: served,
        open: (app, more = {}) =>
          openAt(page, served, app, {
            ...more,
            config: { clientId: served.clientId, ...config, ...more.config },
          }),
      };
    });
    site.served.headers = usual;
  },
});

/** The same pages on another site, as an application of their own. */
async function servedElsewhere(site: ComponentSite): Promise<ComponentSite> {
  const origin = site.origin.replace("localhost", "127.0.0.1");
  const [page, popup] = [`${origin}/`, `${origin}/popup.html`];
  const client = { clientId: elsewhere, name: "Elsewhere", callbacks: [page, popup] };
  await site.tenant.seed({ clients: [{ ...client, webOrigins: [origin], logoutUrls: [page] }] });
  return { ...site, origin, page, popup, clientId: elsewhere };
}

async function openAt(
  page: Page,
  site: ComponentSite,
  app: Shown["app"],
  more: More,
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

/** Signs in on the tenant's own page. */
export async function signInAtTenant(page: Page, email: string, password: string): Promise<void> {
  await page.locator("#username").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("#go").click();
}

/** Fills in a login form and sends it. */
export async function submitLogin(page: Page, email: string, password: string): Promise<void> {
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
}
