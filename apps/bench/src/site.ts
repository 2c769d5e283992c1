import { join } from "node:path";
import type { Browser } from "playwright";
import type { Tenant } from "@portico/tenant";
import { launch, type Chrome } from "./browser.js";
import { buildPage, type BuiltPage } from "./build-page.js";
import type { Contestant } from "./contestants.js";
import { bench, domain, hostOf, tenantHost } from "./place.js";
import { serve, type Server } from "./serve.js";
import { clerk, clerkHost } from "./services/clerk.js";
import { supertokens, supertokensHost } from "./services/supertokens.js";
import { benchTenant } from "./tenant.js";

/** Pages that show no login: each is for one measurement. */
export const otherPages = {
  renewal: ["renew-portico", "renew-auth0-js", "renew-auth0-spa-js"],
  verification: ["verify"],
  growth: ["providers", "fields", "subscribers"],
} as const;

/** Numbers of languages, for each of which there is a page. */
export const languageCounts = [1, 3, 5, 7, 9] as const;

/** The page with that many languages. */
export function languagePage(count: number): ReturnType<typeof pageNamed> {
  return { ...pageNamed("languages"), name: `languages-${count}` };
}

/** Where everything is measured. */
export interface Site {
  readonly browser: Browser;
  readonly server: Server;
  readonly tenant: Tenant;
  /** By name. */
  readonly pages: ReadonlyMap<string, BuiltPage>;
  close(): Promise<void>;
}

/** Builds every page, and serves them beside a tenant to a browser. */
export async function openSite(chrome: Chrome, all: readonly Contestant[]): Promise<Site> {
  const pages = new Map<string, BuiltPage>();
  const others = Object.values(otherPages).flat().map(pageNamed);
  for (const one of [...all, ...others]) pages.set(one.name, await buildPage(one));
  const server = await serve();
  for (const [name, { folder }] of pages) server.at(hostOf(name), folder);
  const built = languageCounts.map((count) => languagePage(count).name);
  const tenant = await benchTenant({ hosts: [...pages.keys(), ...built].map(hostOf) });
  server.at(tenantHost, (request) => tenant.fetch(request));
  server.at(supertokensHost, supertokens);
  server.at(clerkHost, clerk);
  server.at(`blank.${domain}`, () => document("<title>Blank</title>"));
  const browser = await launch(chrome, server.port);
  return {
    browser,
    server,
    tenant,
    pages,
    async close() {
      await browser.close();
      await server.close();
      await tenant.close();
    },
  };
}

/** A page that no contestant is. */
export function pageNamed(name: string): { readonly name: string; readonly folder: string } {
  return { name, folder: join(bench, "pages", name) };
}

function document(html: string): Response {
  return new Response(`<!doctype html>${html}`, { headers: { "content-type": "text/html" } });
}
