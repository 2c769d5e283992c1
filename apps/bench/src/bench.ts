import { cpus } from "node:os";
import { fast, slow, type Chrome } from "./browser.js";
import { keep } from "./keep.js";
import { absentPeers, contestants, type Contestant, type WithForm } from "./contestants.js";
import { growthOf, type Series } from "./growth.js";
import { loadOnce, type LoadSample } from "./load.js";
import { loadedBy, type Loaded } from "./loaded.js";
import { originsOf, type Origin } from "./origins.js";
import { renewInOnePage, renewInTabs, type RenewalSample } from "./renewal.js";
import { signInOnce, type SignInSample } from "./sign-in.js";
import { openSite, otherPages, type Site } from "./site.js";
import type { BuiltPage } from "./build-page.js";
import { interleaved, medians } from "./statistics.js";
import { throughputWith, type Throughput } from "./throughput.js";
import { typeOnce, type TypingSample } from "./typing.js";
import { verificationRates, type VerificationRates } from "./verification.js";
import { walkThrough, type WalkStep } from "./walk.js";

/** What can be measured by itself. */
export const sections = [
  "bytes",
  "load",
  "typing",
  "sign-in",
  "renewal",
  "verification",
  "throughput",
  "growth",
] as const;
export type Section = (typeof sections)[number];

export interface BenchOptions {
  readonly chrome: Chrome;
  /** Samples of whatever takes time. */
  readonly runs: number;
  /** Names of contestants; all of them if there are none. */
  readonly only: readonly string[];
  /** All of them if there are none. */
  readonly sections: readonly Section[];
  /** Hears what is being done. */
  readonly say: (line: string) => void;
}

type ByName<Value> = Readonly<Record<string, Value>>;

/** What was measured, by the names of the pages. Times are medians, in milliseconds. */
export interface Results {
  readonly machine: {
    readonly date: string;
    readonly chromium: string;
    readonly node: string;
    readonly cores: number;
    readonly runs: number;
  };
  /** Peers that were not installed. */
  readonly absent: readonly string[];
  readonly bytes?: ByName<Pick<BuiltPage, "initial" | "lazy" | "css"> & Partial<Loaded>>;
  readonly walk?: {
    readonly steps: readonly WalkStep[];
    /** Of what it has loaded in the end. */
    readonly origins: readonly Origin[];
  };
  readonly load?: { readonly fast: ByName<LoadSample>; readonly slow: ByName<LoadSample> };
  readonly typing?: ByName<TypingSample>;
  readonly signIn?: ByName<SignInSample>;
  readonly renewal?: ByName<{
    readonly first: RenewalSample;
    readonly again: RenewalSample;
    readonly tabs: RenewalSample;
  }>;
  readonly verification?: VerificationRates;
  readonly throughput?: Throughput;
  readonly growth?: readonly Series[];
}

/** Measures in one run, on one machine. */
export async function runBench(options: BenchOptions): Promise<Results> {
  const { chrome, runs, only, say } = options;
  const all = contestants().filter(({ name }) => only.length === 0 || only.includes(name));
  say("Building the pages");
  const site = await openSite(chrome, all);
  const { browser, server, tenant } = site;
  const forms = all.filter((one): one is WithForm => one.form !== undefined);
  const panel = forms.find(({ name }) => name === "auth-panel");
  const medianOf = medianOver(runs);
  const measured = async <Value>(
    section: Section,
    measure: () => Promise<Value>,
    what: string = section,
  ) => {
    if (options.sections.length > 0 && !options.sections.includes(section)) return undefined;
    say(`Measuring ${what}`);
    return measure();
  };
  try {
    const results = {
      machine: { ...machine(), chromium: browser.version(), runs },
      absent: absentPeers(),
      bytes: await measured("bytes", () => bytesIn(site, all)),
      walk: panel && (await measured("bytes", () => walkIn(site, panel), "a walk through a panel")),
      load: await measured("load", () => loadsOf(site, forms, runs)),
      typing: await measured("typing", () =>
        medianOf(
          forms.filter(({ isFloor }) => !isFloor),
          (one) => typeOnce(browser, one),
        ),
      ),
      signIn: await measured("sign-in", () =>
        medianOf(
          forms.filter(({ signsIn }) => signsIn),
          (one) => signInOnce(browser, server, one),
        ),
      ),
      renewal: await measured("renewal", () => renewalsAt(site)),
      verification: await measured("verification", () => verificationRates(browser, tenant, runs)),
      throughput: await measured("throughput", () => throughputWith(1)),
      growth: await measured("growth", () => growthOf({ browser, server, tenant, runs: 3 })),
    };
    return keep("results", present(results));
  } finally {
    await site.close();
  }
}

async function loadsOf({ browser }: Site, forms: readonly WithForm[], runs: number) {
  // Once for nothing: the server compresses a file when it is first asked for.
  for (const one of forms) await loadOnce(browser, one, fast);
  return {
    // Of frames of 17 ms it takes so few that one more or less shows.
    fast: await medianOver(4 * runs)(forms, (one) => loadOnce(browser, one, fast)),
    slow: await medianOver(runs)(forms, (one) => loadOnce(browser, one, slow)),
  };
}

async function bytesIn(site: Site, all: readonly Contestant[]) {
  const found: Record<string, Pick<BuiltPage, "initial" | "lazy" | "css"> & Partial<Loaded>> = {};
  for (const one of all) {
    const { initial, lazy, css } = builtPage(site, one);
    const loaded = one.form ? await loadedBy(site.browser, { ...one, form: one.form }) : {};
    found[one.name] = { initial, lazy, css, ...loaded };
  }
  return found;
}

async function walkIn(site: Site, panel: WithForm) {
  const { steps, scripts } = await walkThrough(site.browser, site.tenant, panel);
  return { steps, origins: originsOf(builtPage(site, panel).folder, scripts) };
}

function builtPage({ pages }: Site, { name }: Contestant): BuiltPage {
  const page = pages.get(name);
  if (!page) throw new Error(`${name} was not built.`);
  return page;
}

async function renewalsAt({ browser, server, tenant }: Site) {
  const found: Record<string, { first: RenewalSample; again: RenewalSample; tabs: RenewalSample }> =
    {};
  for (const name of otherPages.renewal) {
    const [first, again] = await renewInOnePage(browser, server, tenant, name);
    found[name] = { first, again, tabs: await renewInTabs(browser, server, tenant, name, 5) };
  }
  return found;
}

type MedianOf = <Sample extends Record<keyof Sample, number>>(
  things: readonly WithForm[],
  sample: (thing: WithForm) => Promise<Sample>,
) => Promise<ByName<Sample>>;

function medianOver(runs: number): MedianOf {
  return async (things, sample) => {
    const samples = await interleaved(things, runs, sample);
    return Object.fromEntries([...samples].map(([{ name }, found]) => [name, medians(found)]));
  };
}

/** Without the members that are undefined. */
function present<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members) as never;
}

function machine(): { date: string; node: string; cores: number } {
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
  };
}
