import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Page,
} from "playwright";
import type { Protocol } from "./bare-page.js";
import { domain } from "./place.js";

/** What a page has to work with. */
export interface Conditions {
  readonly label: string;
  /** How many times slower than this machine it computes. */
  readonly cpu: number;
  readonly network?: {
    /** Milliseconds that each request takes longer. */
    readonly latency: number;
    /** Bytes in a second. */
    readonly downloadThroughput: number;
    readonly uploadThroughput: number;
  };
}

export const fast: Conditions = { label: "fast", cpu: 1 };

/** The slow 4G of Lighthouse: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
export const slow: Conditions = {
  label: "slow",
  cpu: 4,
  network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
};

/** How to find Chromium. */
export interface Chrome {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Starts Chromium, for which every name below the bench's domain is the server on that port, and no other name is any. */
export function launch({ executablePath, env }: Chrome, port: number): Promise<Browser> {
  const names = [`MAP *.${domain} 127.0.0.1:${port}`, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"];
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--lang=en-US",
      "--disable-dev-shm-usage",
      "--disable-extensions",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--ignore-certificate-errors",
      `--host-resolver-rules=${names.join(", ")}`,
    ],
  });
}

/** A page in a browser that has seen nothing yet. */
export interface FreshPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** Opens a page under conditions that hold from its first request on. `prepare` comes before any script of a page. */
export async function freshPage(
  browser: Browser,
  conditions: Conditions,
  prepare: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<FreshPage> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "en-US",
    viewport: { width: 1024, height: 900 },
  });
  await prepare(context);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  // What the page's own thread worked, whatever else the machine did meanwhile.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  // A process of the same site is there before the page is, as in a browser that is in use.
  await page.goto(`https://blank.${domain}/`);
  if (conditions.network)
    await cdp.send("Network.emulateNetworkConditions", { offline: false, ...conditions.network });
  if (conditions.cpu > 1)
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpu });
  return { context, page, cdp };
}

/** Milliseconds that the page's main thread has worked: in scripts, and in all. */
export async function worked(cdp: Protocol): Promise<{ script: number; tasks: number }> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { script: of("ScriptDuration"), tasks: of("TaskDuration") };
}

/** Bytes of the objects that are still needed. */
export async function heapOf(cdp: Protocol): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  return usedSize;
}

/** What a page has asked for over the network. */
export interface Traffic {
  readonly requests: readonly Fetched[];
  /** Resolves when nothing has moved for half a second. */
  quiet(): Promise<void>;
}

interface Fetched {
  /** The browser's own name for it. */
  readonly id: string;
  readonly url: string;
  readonly method: string;
  type: string;
  /** As they came over the wire. */
  bytes: number;
  done: boolean;
}

/** Counts from now on. */
export function watchTraffic(cdp: Protocol): Traffic {
  const requests = new Map<string, Fetched>();
  let moved = Date.now();
  cdp.on("Network.requestWillBeSent", ({ requestId, request: { url, method }, type }) => {
    moved = Date.now();
    requests.set(requestId, {
      id: requestId,
      url,
      method,
      type: type ?? "Other",
      bytes: 0,
      done: false,
    });
  });
  const end = (requestId: string, bytes: number) => {
    moved = Date.now();
    const request = requests.get(requestId);
    if (request) Object.assign(request, { bytes, done: true });
  };
  cdp.on("Network.dataReceived", () => void (moved = Date.now()));
  cdp.on("Network.loadingFinished", (event) => end(event.requestId, event.encodedDataLength));
  cdp.on("Network.loadingFailed", (event) => end(event.requestId, 0));
  const all = () => [...requests.values()].filter(({ url }) => !/^(?:blob|data|about):/.test(url));
  return {
    get requests() {
      return all();
    },
    async quiet() {
      const enough = () => {
        // The end of what a removed frame asked for is not always told, so silence decides in the end.
        const patience = all().every(({ done }) => done) ? 500 : 2000;
        return Date.now() - moved > patience;
      };
      while (!enough()) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}
