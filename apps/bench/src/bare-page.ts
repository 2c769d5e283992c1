import type { Browser, CDPSession } from "playwright";
import type { Conditions } from "./browser.js";
import { domain } from "./place.js";

/** As much of a session of the Chrome DevTools Protocol as it takes to measure. */
export type Protocol = Pick<CDPSession, "send" | "on">;

/** A page that nobody looks into while it works, in a browser that has seen nothing yet. */
export interface BarePage {
  readonly cdp: Protocol;
  /** Leaves for an address, and does not wait for it. */
  readonly open: (address: string) => Promise<void>;
  /** What an expression is, as JSON can say it. */
  readonly read: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a page under conditions that hold from its first request on. Playwright's own pages have the protocol's Runtime
 * enabled, for which V8 parses a page's scripts a second time, and the longer they are the longer that takes: here
 * nothing is enabled but what counts. `scripts` run before the page's own.
 */
export async function barePage(
  browser: Browser,
  { cpu, network }: Conditions,
  scripts: readonly string[],
): Promise<BarePage> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send("Target.createBrowserContext");
  const { targetId } = await session.send("Target.createTarget", {
    url: "about:blank",
    browserContextId,
  });
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const cdp = protocolOf(session, sessionId);
  await cdp.send("Emulation.setDeviceMetricsOverride", {
    width: 1024,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await cdp.send("Page.enable");
  await cdp.send("Network.enable");
  // What the page's own thread worked, whatever else the machine did meanwhile.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  // A process of the same site is there before the page is, as in a browser that is in use.
  const isThere = new Promise((resolve) => cdp.on("Page.loadEventFired", resolve));
  await open(`https://blank.${domain}/`);
  await isThere;
  for (const source of scripts) await cdp.send("Page.addScriptToEvaluateOnNewDocument", { source });
  if (network) await cdp.send("Network.emulateNetworkConditions", { offline: false, ...network });
  if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  return {
    cdp,
    open,
    async read(expression) {
      const { result } = await cdp.send("Runtime.evaluate", {
        expression: `JSON.stringify(${expression})`,
      });
      return typeof result.value === "string" ? JSON.parse(result.value) : undefined;
    },
    async close() {
      await session.send("Target.disposeBrowserContext", { browserContextId });
      await session.detach();
    },
  };

  async function open(url: string): Promise<void> {
    await cdp.send("Page.navigate", { url });
  }
}

/** The protocol of one page, by way of the browser's session: one of its own would be Playwright's page. */
function protocolOf(session: CDPSession, sessionId: string): Protocol {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, ((params: unknown) => void)[]>();
  let latest = 0;
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, method, params, result, error } = JSON.parse(message) as Message;
    if (method) for (const listener of listeners.get(method) ?? []) listener(params);
    if (id === undefined) return;
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  });
  const send = (method: string, params: object = {}) =>
    new Promise((resolve, reject) => {
      const id = ++latest;
      waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      session.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
    });
  const on = (method: string, listener: (params: unknown) => void) =>
    void listeners.set(method, [...(listeners.get(method) ?? []), listener]);
  return { send, on } as unknown as Protocol;
}

/** What comes from a page: the answer to a call, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
