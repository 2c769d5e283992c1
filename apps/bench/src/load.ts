import { countRenders } from "../../../scripts/figures/count-renders.mjs";
import type { Browser } from "playwright";
import {
  freshPage,
  heapOf,
  watchTraffic,
  worked,
  type Conditions,
  type FreshPage,
  type Traffic,
} from "./browser.js";
import type { WithForm } from "./contestants.js";
import { findFields } from "./in-page/find-fields.js";
import { hostOf } from "./place.js";

/** A page that was opened for the first time, once its form could be used and it had nothing left to do. */
export interface LoadSample {
  /** Milliseconds until the form was there and kept what was typed; never before something was painted. */
  usable: number;
  /** Milliseconds of the main thread, up to then and until the page fell quiet. */
  script: number;
  tasks: number;
  longTasks: number;
  /** Milliseconds by which long tasks were longer than 50. */
  blocking: number;
  /** Bytes of objects that were still needed. */
  heap: number;
  requests: number;
  /** Over the wire, everything included. */
  bytes: number;
  /** Scripts alone, over the wire. */
  scriptBytes: number;
  scripts: number;
}

/** Opens the page of a contestant and waits for its form. `scripts` run before the page's own, besides those that look at it. */
export async function openForm(
  browser: Browser,
  { name, form, query = "" }: WithForm,
  conditions: Conditions,
  scripts: readonly (() => void)[] = [],
): Promise<
  FreshPage & { readonly traffic: Traffic; readonly before: Awaited<ReturnType<typeof worked>> }
> {
  const opened = await freshPage(browser, conditions, async (context) => {
    await context.addInitScript(countRenders);
    for (const script of scripts) await context.addInitScript(script);
    await context.addInitScript(findFields, { email: form.email, password: form.password });
  });
  const { page, cdp } = opened;
  const before = await worked(cdp);
  const traffic = watchTraffic(cdp);
  await page.goto(`https://${hostOf(name)}/${query}`, { waitUntil: "commit" });
  await page.waitForFunction((first) => window.fields?.usable[first] !== undefined, form.first, {
    timeout: 60_000,
  });
  await traffic.quiet();
  return { ...opened, traffic, before };
}

/** Loads a page from nothing. */
export async function loadOnce(
  browser: Browser,
  contestant: WithForm,
  conditions: Conditions,
): Promise<LoadSample> {
  const { context, page, cdp, traffic, before } = await openForm(browser, contestant, conditions);
  const after = await worked(cdp);
  const { ready, painted, longTasks } = await page.evaluate((first) => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const { usable, longTasks: long } = window.fields;
    return { ready: usable[first] ?? 0, painted: paint?.startTime ?? 0, longTasks: long };
  }, contestant.form.first);
  const heap = await heapOf(cdp);
  const { requests } = traffic;
  const scripts = requests.filter(({ type }) => type === "Script");
  await context.close();
  return {
    usable: Math.max(ready, painted),
    script: after.script - before.script,
    tasks: after.tasks - before.tasks,
    longTasks: longTasks.length,
    blocking: longTasks.reduce((total, duration) => total + Math.max(0, duration - 50), 0),
    heap,
    requests: requests.length,
    bytes: total(requests),
    scriptBytes: total(scripts),
    scripts: scripts.length,
  };
}

function total(requests: readonly { readonly bytes: number }[]): number {
  return requests.reduce((all, { bytes }) => all + bytes, 0);
}
