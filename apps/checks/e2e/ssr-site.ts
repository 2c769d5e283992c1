import { test as base, expect } from "@playwright/test";
import type { Variant } from "../harness/ssr/build-pages.js";
import { startSite, type Site } from "../harness/ssr/start-site.js";

/** `site` gives the page in one of its variants; each is built once and shared by the tests of a worker. */
export const test = base.extend<
  { site: (variant: Variant) => Promise<Site>; noise: string[] },
  { sites: Map<string, Promise<Site>> }
>({
  sites: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const sites = new Map<string, Promise<Site>>();
      await use(sites);
      for (const site of sites.values()) await (await site).close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  site: async ({ sites }, use) => {
    const used: Site[] = [];
    await use(async (variant) => {
      const key = JSON.stringify(variant);
      const starting = sites.get(key) ?? startSite(variant);
      sites.set(key, starting);
      const site = await starting;
      used.push(site);
      return site;
    });
    for (const site of used) {
      Object.assign(site, { input: {}, released: Promise.resolve() });
      expect(site.complaints.splice(0), "what the server complained about").toEqual([]);
    }
  },
  // Neither the page nor the server that rendered it may say a word; a test that wants to hear one empties the list.
  noise: [
    async ({ page }, use) => {
      const noise: string[] = [];
      const stop = listenToServer(noise);
      page.on("console", (message) => {
        const text = message.text();
        // What the browser says of a refused request, and the development build to whoever lacks its tools.
        if (/^Failed to load resource|Download the React DevTools/.test(text)) return;
        noise.push(text);
      });
      page.on("pageerror", (error) => noise.push(String(error)));
      await use(noise);
      stop();
      expect(noise, "console output and uncaught errors").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** React warns on a server too. Returns how to stop. */
function listenToServer(noise: string[]): () => void {
  const { error, warn } = console;
  const hear = (...words: unknown[]) => noise.push(`server: ${words.join(" ")}`);
  Object.assign(console, { error: hear, warn: hear });
  return () => Object.assign(console, { error, warn });
}
