import { countRenders } from "../../../scripts/figures/count-renders.mjs";
import type { Browser } from "playwright";
import { barePage, type BarePage } from "./bare-page.js";
import {
  freshPage,
  heapOf,
  watchTraffic,
  worked,
  type Conditions,
  type FreshPage,
  type Traffic,
} from "./browser.js";
import type { Form, WithForm } from "./contestants.js";
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
): Promise<FreshPage & { readonly traffic: Traffic }> {
  const opened = await freshPage(browser, conditions, async (context) => {
    await context.addInitScript(countRenders);
    for (const script of scripts) await context.addInitScript(script);
    await context.addInitScript(findFields, { email: form.email, password: form.password });
  });
  const { page, cdp } = opened;
  const traffic = watchTraffic(cdp);
  await page.goto(`https://${hostOf(name)}/${query}`, { waitUntil: "commit" });
  await page.waitForFunction((first) => window.fields?.usable[first] !== undefined, form.first, {
    timeout: 60_000,
  });
  await traffic.quiet();
  return { ...opened, traffic };
}

/** Loads a page from nothing. */
export async function loadOnce(
  browser: Browser,
  { name, form, query = "" }: WithForm,
  conditions: Conditions,
): Promise<LoadSample> {
  const selectors = { email: form.email, password: form.password };
  const page = await barePage(browser, conditions, [
    `(${String(findFields)})(${JSON.stringify(selectors)})`,
  ]);
  const { cdp } = page;
  const before = await worked(cdp);
  const traffic = watchTraffic(cdp);
  await page.open(`https://${hostOf(name)}/${query}`);
  const usable = await untilUsable(page, form.first);
  await traffic.quiet();
  const after = await worked(cdp);
  const [painted, longTasks] = (await page.read(
    `[performance.getEntriesByName("first-contentful-paint")[0].startTime, fields.longTasks]`,
  )) as [number, number[]];
  const heap = await heapOf(cdp);
  const { requests } = traffic;
  const scripts = requests.filter(({ type }) => type === "Script");
  await page.close();
  return {
    usable: Math.max(usable, painted),
    script: after.script - before.script,
    tasks: after.tasks - before.tasks,
    longTasks: longTasks.length,
    blocking: longTasks.reduce((all, duration) => all + Math.max(0, duration - 50), 0),
    heap,
    requests: requests.length,
    bytes: total(requests),
    scriptBytes: total(scripts),
    scripts: scripts.length,
  };
}

/** Asks seldom, since the page has to stop for the answer. */
async function untilUsable(page: BarePage, first: Form["first"]): Promise<number> {
  for (let asked = 0; asked < 300; asked += 1) {
    const usable = await page.read(`window.fields?.usable.${first}`);
    if (typeof usable === "number") return usable;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("A minute has passed, and the page has no form that can be used.");
}

function total(requests: readonly { readonly bytes: number }[]): number {
  return requests.reduce((all, { bytes }) => all + bytes, 0);
}
