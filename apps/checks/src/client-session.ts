import type { AuthClient, AuthConfig, SessionPort, SessionState } from "@portico/core";
import { afterEach, beforeAll, vi } from "vitest";
import type { BrowserOptions } from "./client-browser.js";
import {
  ada,
  openPage,
  requestsTo,
  turnsUntil,
  type ClientPage,
  type OwnTenant,
} from "./client-page.js";

/** A page in which time passes when the test says so. */
export interface SessionPage extends ClientPage {
  /** Starts a client. */
  readonly started: (client?: AuthClient) => Promise<AuthClient>;
  /** A client like the page's own that has been started: another tab, or this one after a reload. */
  readonly nextClient: (config?: Partial<AuthConfig>) => Promise<AuthClient>;
  /** Signs Ada in at the tenant, by a client that nobody else hears of. */
  readonly signInAtTenant: () => Promise<void>;
  /** What was sent since the last time that this was asked. */
  readonly sent: () => string[];
  /** Until nothing is under way. */
  readonly quiet: () => Promise<void>;
  /** Lets milliseconds pass, and what they bring about come to its end. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Lets time pass whenever nothing is under way, until a call ends. */
  readonly inTime: <T>(call: Promise<T>) => Promise<T>;
  /** Until something is so. */
  readonly until: (isSo: () => boolean) => Promise<void>;
}

/** What the core loads on demand is there already: time does not pass for a module that is on its way. */
const parts = import.meta.glob([
  "../../../packages/core/src/client/{sign-in,redirect,account,rare}-part.ts",
  "../../../packages/core/src/engine/{with-tokens,with-redirects,with-accounts,with-messages,rarely-used}.ts",
  "../../../packages/core/src/flows/{resume-session,redeem-callback,keep-watch}.ts",
  "../../../packages/core/src/session/{kept-session,renewal-talk,storage-news}.ts",
]);

beforeAll(async () => {
  await Promise.all(Object.values(parts).map((load) => load()));
});

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

/** Opens a page whose clock stands still. */
export async function openSession(
  config: Partial<AuthConfig> = {},
  own: OwnTenant = {},
  options: BrowserOptions = {},
): Promise<SessionPage> {
  const page = await openPage(config, own, options);
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  const { tenant, browser } = page;
  const started = async (client = page.client) => {
    await client.start();
    return client;
  };
  const quiet = async () => {
    let known = 0;
    for (let still = 0; still < 20 && !browser.isClosed(); still += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      // Behind whatever is being verified.
      await crypto.subtle.digest("SHA-256", new Uint8Array());
      const { begun, ended } = browser.traffic();
      if (begun !== ended || begun !== known) still = 0;
      known = begun;
    }
  };
  return {
    ...page,
    started,
    nextClient: (changed = {}) => started(page.makeClient(changed)),
    signInAtTenant: async () => {
      await page.makeClient({ storage: "memory" }).login({ ...ada, via: "in-page" });
      tenant.clearRequests();
    },
    sent() {
      const requests = requestsTo(tenant);
      tenant.clearRequests();
      return requests;
    },
    quiet,
    async pass(milliseconds) {
      vi.advanceTimersByTime(milliseconds);
      await quiet();
    },
    async inTime(call) {
      let isRunning = true;
      const end = () => (isRunning = false);
      call.then(end, end);
      for (;;) {
        await quiet();
        if (!isRunning || browser.isClosed()) return call;
        vi.advanceTimersToNextTimer();
      }
    },
    until: (isSo) => turnsUntil(browser, isSo),
  };
}

/** The states that a client's session goes through from now on. */
export function statesOf({ session }: AuthClient): SessionState[] {
  const states: SessionState[] = [];
  session.subscribe(() => states.push(session.get()));
  return states;
}

/** A place for one tab's session. */
export interface TestPort extends SessionPort {
  text: string | null;
}

/** A port of the app's own. */
export function createPort(text: string | null = null): TestPort {
  return {
    text,
    read() {
      return this.text;
    },
    write(next) {
      this.text = next;
    },
  };
}
