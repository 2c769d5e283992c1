import { expect, type Page } from "@playwright/test";
import type { Shown } from "../harness/hooks/shown.js";
import { serveReactPages, type ReactPages } from "../stack/react-pages.js";
import type { Stack } from "../stack/start-stack.js";
import { test as base } from "./fixtures.js";

export { expect } from "@playwright/test";

/** The application of the pages at the tenant. */
export const reactApp = "portico-hooks";

export const test = base.extend<{ quietReact: void }, { pages: ReactPages }>({
  pages: [
    async ({ stack }, use) => {
      const pages = await serveReactPages();
      await registerApp(stack, pages, reactApp);
      await use(pages);
      await pages.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  // React's development build warns; nothing of it may come from our hooks.
  quietReact: [
    async ({ context, pages }, use) => {
      const noise: string[] = [];
      context.on("console", (message) => {
        const { url } = message.location();
        const text = message.text();
        if (url.startsWith(pages.origin) && !text.includes("React DevTools")) noise.push(text);
      });
      await use();
      test.expect(noise, "what the page wrote to the console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Makes an application of the tenant whose redirects and popups come back to the pages. */
export async function registerApp(
  { tenant }: Stack,
  { origin, page, popup }: ReactPages,
  clientId: string,
): Promise<void> {
  const callbacks = [page, popup];
  const client = {
    clientId,
    name: clientId,
    callbacks,
    webOrigins: [origin],
    logoutUrls: [origin],
  };
  await tenant.seed({ clients: [client] });
}

/** What a test may say of a page besides its app. */
type More = Omit<Partial<Shown>, "app" | "config"> & { readonly config?: Partial<Shown["config"]> };

/** Opens the page with an app in it, under StrictMode unless told otherwise, and waits until it knows who is signed in. */
export async function openReact(
  page: Page,
  where: { stack: Stack; pages: ReactPages },
  app: string,
  more: More = {},
): Promise<void> {
  await goToReact(page, where, app, more);
  await expect(sessionLine(page)).toHaveText(/^(anonymous|authenticated)/);
}

/** The same without waiting, for an app that leaves by itself. */
export async function goToReact(
  page: Page,
  { stack, pages }: { stack: Stack; pages: ReactPages },
  app: string,
  more: More = {},
): Promise<void> {
  const config = {
    domain: stack.tenant.url,
    clientId: reactApp,
    redirectUri: pages.page,
    popupRedirectUri: pages.popup,
    ...more.config,
  };
  const shown: Shown = { strict: true, ...more, app, config };
  await page.addInitScript((given) => {
    window.shown = given;
  }, shown);
  await page.goto(pages.page);
}

/** What the page says of the session. */
export function sessionLine(page: Page) {
  return page.getByRole("contentinfo");
}
