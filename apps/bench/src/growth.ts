import type { Browser } from "playwright";
import type { Tenant } from "@portico/tenant";
import { fast } from "./browser.js";
import { buildPage } from "./build-page.js";
import type { Form } from "./contestants.js";
import { loadOnce } from "./load.js";
import { renewInTabs } from "./renewal.js";
import type { Server } from "./serve.js";
import { hostOf } from "./place.js";
import { languageCounts, languagePage, pageNamed } from "./site.js";
import { medians } from "./statistics.js";
import { renewWithSubscribers } from "./subscribers.js";
import { throughputWith } from "./throughput.js";
import { typeOnce } from "./typing.js";

/** How something grows with something else. */
export interface Series {
  /** What there is more and more of. */
  readonly of: string;
  readonly counts: readonly number[];
  /** Values by what they are, in the order of the counts. */
  readonly values: Readonly<Record<string, readonly number[]>>;
}

interface Site {
  readonly browser: Browser;
  readonly server: Server;
  readonly tenant: Tenant;
  readonly runs: number;
}

const form: Form = {
  email: "input[type=email]",
  password: "input[type=password]",
  submit: "button[type=submit]",
  first: "password",
};

/** Every series, one after the other. The pages in question are served already, but for those that are built anew. */
export async function growthOf(site: Site): Promise<readonly Series[]> {
  const { browser, server, tenant, runs } = site;
  return [
    await series("languages in the page", languageCounts, async (count) => {
      const page = languagePage(count);
      const { folder, initial, lazy } = await buildPage(page, { languageCount: count });
      server.at(hostOf(page.name), folder);
      return {
        "JavaScript, kB gzip": (initial.gzip + lazy.gzip) / 1000,
        ...(await shown(site, page.name, count)),
      };
    }),
    await series("providers in `Login`", [3, 6, 12, 30], (count) =>
      shown(site, "providers", count),
    ),
    await series("extra fields in `Signup`", [2, 5, 10, 15], (count) =>
      shown(site, "fields", count),
    ),
    await series("components that read the session", [1, 10, 100, 1000, 10_000], async (count) => {
      const samples = [];
      for (let run = 0; run < runs; run += 1)
        samples.push(await renewWithSubscribers(browser, tenant, count));
      const { renders, script } = medians(samples);
      return { "renders for each renewal": renders, "script ms for each renewal": script };
    }),
    await series("tabs that ask at once", [1, 5, 10, 20], async (count) => {
      const { frames, requests } = await renewInTabs(
        browser,
        server,
        tenant,
        "renew-portico",
        count,
      );
      return { "hidden frames": frames, "requests to the tenant": requests };
    }),
    await series("users of the tenant", [10, 1000, 10_000, 100_000], async (count) => {
      const { signIns, renewals } = await throughputWith(count);
      return { "ms for each sign-in": 1000 / signIns, "ms for each renewal": 1000 / renewals };
    }),
  ];
}

async function shown({ browser, runs }: Site, name: string, count: number) {
  const page = { ...pageNamed(name), label: name, form, signsIn: false, query: `?count=${count}` };
  const loads = [];
  const keys = [];
  for (let run = 0; run < runs; run += 1) {
    loads.push(await loadOnce(browser, page, fast));
    keys.push(await typeOnce(browser, page));
  }
  const [load, key] = [medians(loads), medians(keys)];
  return {
    "script ms until the form is there": load.script,
    "script ms for each key (CPU 4x slower)": key.script,
    "renders for each key": key.renders,
  };
}

async function series(
  of: string,
  counts: readonly number[],
  measure: (count: number) => Promise<Readonly<Record<string, number>>>,
): Promise<Series> {
  const values: Record<string, number[]> = {};
  for (const count of counts)
    for (const [name, value] of Object.entries(await measure(count)))
      (values[name] ??= []).push(value);
  return { of, counts, values };
}
