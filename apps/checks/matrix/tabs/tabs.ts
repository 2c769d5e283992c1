import type { BrowserContext, Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import { createLab, type Lab } from "../../contract/lab.js";
import type { Stack } from "../../stack/start-stack.js";

/** Several tabs of one browser, on one engine, and the tenant behind them. */
export interface Tabs {
  readonly context: BrowserContext;
  readonly stack: Stack;
  /** Further tabs, each with a client that has not been started. */
  open(count: number, more?: Partial<AuthConfig>): Promise<Lab[]>;
  /** The same, started in a browser that the tenant knows. */
  openSignedIn(count: number, more?: Partial<AuthConfig>): Promise<Lab[]>;
  /** Those that are open and alive. */
  living(): Lab[];
}

/** Opens tabs beside the page of `first`, which is where the tenant is made to know the browser. */
export function createTabs(first: Lab, stack: Stack): Tabs {
  const { engine, page, secrets } = first;
  const context = page.context();
  const labs: Lab[] = [];
  const crashed = new Set<Page>();

  const tabs: Tabs = {
    context,
    stack,
    async open(count, more) {
      const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()));
      const added = pages.map((own) => {
        own.on("crash", () => crashed.add(own));
        return createLab({ engine, script: {}, page: own, stack, secrets, config: {} });
      });
      labs.push(...added);
      for (const lab of added) await lab.open(more);
      return added;
    },
    async openSignedIn(count, more) {
      await first.signIn();
      const added = await tabs.open(count, more);
      for (const lab of added) await lab.call("start");
      return added;
    },
    living: () => labs.filter((lab) => !lab.page.isClosed() && !crashed.has(lab.page)),
  };
  return tabs;
}

/** How often the tenant was asked at a path, without preflights. */
export function asked({ stack }: Tabs, path: string): number {
  return stack.tenant.requests().filter((one) => one.path === path && !one.preflight).length;
}

/** Calls a method so often at once in one page. */
export function callAtOnce(
  { page }: Lab,
  times: number,
  method: string,
  params: object,
): Promise<unknown[]> {
  return page.evaluate(
    async ([count, name, given]) => {
      const calls = Array.from({ length: count }, () => window.contract.call(name, [given]));
      return (await Promise.all(calls)).map(({ value, code }) => value ?? code);
    },
    [times, method, params] as const,
  );
}

/** Holds back what any tab asks at a path of the tenant from now on. Gives how to wait for a request, and to let all go. */
export async function holdBack({ context, stack }: Tabs, path: string) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let meet = () => {};
  const met = new Promise<void>((resolve) => (meet = resolve));
  await context.route(
    (url) => url.origin === stack.tenant.url && url.pathname === path,
    async (route) => {
      meet();
      await released;
      // The page that asked may be gone, or may have given up.
      await route.continue().catch(() => {});
    },
  );
  return { met, release };
}

/** Notes every state of the session from now on. */
export function recordStates({ page }: Lab): Promise<void> {
  return page.evaluate(() => {
    const { session } = window.contract.client;
    const states: unknown[] = [];
    session.subscribe(() => states.push(session.get()));
    Object.assign(window, { states });
  });
}

export function recordedStates({ page }: Lab): Promise<unknown[]> {
  return page.evaluate(() => (window as unknown as { states: unknown[] }).states);
}
