import type { Browser, Page } from "playwright";
import type { Tenant } from "@portico/tenant";
import { hostOf, tenantHost } from "./place.js";
import type { Server } from "./serve.js";
import { signedInPage } from "./signed-in-page.js";

/** What it took to answer a number of calls that came at once. */
export interface RenewalSample {
  /** How many got a token. */
  answered: number;
  /** Different tokens among those. */
  tokens: number;
  /** Hidden frames: one asks `/authorize` each. */
  frames: number;
  /** At the tenant, preflights included. */
  requests: number;
  milliseconds: number;
}

/** Has a page renew its session so often at once, then again. */
export async function renewInOnePage(
  browser: Browser,
  server: Server,
  tenant: Tenant,
  name: string,
  calls = 10,
): Promise<readonly [first: RenewalSample, again: RenewalSample]> {
  const { context, pages } = await signedInPages(browser, tenant, name, 1);
  const first = await burst(server, pages, calls);
  const again = await burst(server, pages, calls);
  await context.close();
  return [first, again];
}

/** Has so many tabs of one browser renew their session at once. */
export async function renewInTabs(
  browser: Browser,
  server: Server,
  tenant: Tenant,
  name: string,
  tabs: number,
): Promise<RenewalSample> {
  const { context, pages } = await signedInPages(browser, tenant, name, tabs);
  const sample = await burst(server, pages, 1);
  await context.close();
  return sample;
}

async function signedInPages(browser: Browser, tenant: Tenant, name: string, tabs: number) {
  const { context, page } = await signedInPage(browser, tenant, name);
  const pages: Page[] = [page];
  while (pages.length < tabs) pages.push(await context.newPage());
  for (const one of pages) {
    await one.goto(`https://${hostOf(name)}/`);
    await one.waitForFunction(() => typeof window.renew === "function");
  }
  return { context, pages };
}

async function burst(
  server: Server,
  pages: readonly Page[],
  calls: number,
): Promise<RenewalSample> {
  server.clear();
  const found = await Promise.all(
    pages.map((page) =>
      page.evaluate(async (count) => {
        const start = performance.now();
        const all = await Promise.allSettled(
          Array.from({ length: count }, async () => window.renew?.()),
        );
        const tokens = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
        return { milliseconds: performance.now() - start, tokens };
      }, calls),
    ),
  );
  const tokens = found.flatMap((one) => one.tokens);
  const asked = server.requests.filter((line) => line.includes(` ${tenantHost}/`));
  return {
    answered: tokens.length,
    tokens: new Set(tokens).size,
    frames: asked.filter((line) => line === `GET ${tenantHost}/authorize`).length,
    requests: asked.length,
    milliseconds: Math.max(...found.map(({ milliseconds }) => milliseconds)),
  };
}
