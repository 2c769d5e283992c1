import type { Browser } from "playwright";
import type { Tenant } from "@portico/tenant";
import { fast, freshPage, type FreshPage } from "./browser.js";
import { hostOf } from "./place.js";
import { signIn } from "./tenant.js";

/** A blank page, for the page of that name, in a browser whose user has signed in at the tenant before. */
export async function signedInPage(
  browser: Browser,
  tenant: Tenant,
  name: string,
  scripts: readonly (() => void)[] = [],
): Promise<FreshPage> {
  const { cookies } = await signIn(tenant, hostOf(name));
  return freshPage(browser, fast, async (context) => {
    await context.addCookies(cookies.map((one) => ({ ...one, secure: true, httpOnly: true })));
    for (const script of scripts) await context.addInitScript(script);
  });
}
