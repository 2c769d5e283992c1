import type { BrowserContext, BrowserType, LaunchOptions, Page } from "@playwright/test";
import { patience, type Browser, type Look, type Session, type Tab } from "./driver.js";

/** What a browser needs to be started with; some are told the look of the system at the start. */
export type LaunchFor = (look: Look) => LaunchOptions;

/** Starts a browser that Playwright can drive. */
export async function startWithPlaywright(
  type: BrowserType,
  launchFor: LaunchFor,
): Promise<Browser> {
  const light = await type.launch(launchFor("light"));
  return {
    async open(look = "light") {
      const browser = look === "light" ? light : await type.launch(launchFor(look));
      const context = await browser.newContext({
        locale: "en-US",
        ignoreHTTPSErrors: true,
        colorScheme: look,
      });
      context.setDefaultTimeout(patience);
      return sessionOf(context, look === "light" ? undefined : () => browser.close());
    },
    close: () => light.close(),
  };
}

function sessionOf(context: BrowserContext, end?: () => Promise<void>): Session {
  return {
    newTab: async () => tabOf(await context.newPage()),
    async close() {
      await context.close();
      await end?.();
    },
  };
}

function tabOf(page: Page): Tab {
  const at = (place: string) => page.locator(`xpath=${place}`).filter({ visible: true }).first();
  return {
    async goto(url) {
      await page.goto(url);
    },
    click: (place) => at(place).click(),
    fill: (place, text) => at(place).fill(text),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    run: <Given, Result>(script: (given: Given) => Result | Promise<Result>, given?: Given) =>
      page.evaluate(script as (given: unknown) => Result | Promise<Result>, given),
    url: () => page.evaluate(() => location.href),
    async popup(open) {
      const opened = page.waitForEvent("popup");
      await open();
      return tabOf(await opened);
    },
    // A page that comes out of the browser's cache is none that the driver has seen coming.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    async reload() {
      await page.reload();
    },
    async screenshot(path) {
      await page.screenshot({ path, fullPage: true });
    },
    close: () => page.close(),
  };
}
