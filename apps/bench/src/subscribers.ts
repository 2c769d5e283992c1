import { countRenders } from "../../../scripts/figures/count-renders.mjs";
import type { Browser } from "playwright";
import type { Tenant } from "@portico/tenant";
import { worked } from "./browser.js";
import { countedSoFar } from "./counted-so-far.js";
import { hostOf } from "./place.js";
import { signedInPage } from "./signed-in-page.js";

/** What a renewal costs a page in which so many components read the session. */
export interface SubscribersSample {
  /** Components that rendered, though the user is who it was. */
  readonly renders: number;
  /** Milliseconds of the main thread. */
  readonly script: number;
}

const renewals = 5;

/** Renews a session that so many components show. */
export async function renewWithSubscribers(
  browser: Browser,
  tenant: Tenant,
  count: number,
): Promise<SubscribersSample> {
  const { context, page, cdp } = await signedInPage(browser, tenant, "subscribers", [countRenders]);
  await page.goto(`https://${hostOf("subscribers")}/`);
  await page.waitForFunction(() => window.subscribe !== undefined);
  await page.evaluate((number) => window.subscribe(number), count);
  // The first one may run code that none has run before.
  await page.evaluate(() => window.renewSession());
  const shown = await countedSoFar(page);
  if (shown < count) throw new Error(`The counter saw ${shown} of ${count} components render.`);
  const before = await worked(cdp);
  await page.evaluate(async (times) => {
    for (let done = 0; done < times; done += 1) await window.renewSession();
  }, renewals);
  const after = await worked(cdp);
  const renders = await page.evaluate(() => window.reactWork.renders);
  await context.close();
  return {
    renders: renders / renewals,
    script: (after.script - before.script) / renewals,
  };
}
