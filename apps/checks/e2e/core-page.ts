import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";

/** Opens the harness page with a client of its own, not started. */
export async function openCore(
  page: Page,
  stack: Stack,
  more: Partial<AuthConfig> = {},
  app = stack.app,
): Promise<void> {
  const redirectUri = `${app}/harness/index.html`;
  await page.goto(redirectUri);
  await attachClient(page, {
    domain: stack.tenant.url,
    clientId: stack.clientId,
    redirectUri,
    ...more,
  });
}

/** Makes the client in a page that is there already, as after a redirect. */
export async function attachClient(page: Page, config: AuthConfig): Promise<void> {
  await page.evaluate((given) => {
    window.portico.client = window.portico.createAuthClient(given);
  }, config);
}

/** Calls one of the client's methods in the page. */
export function call(page: Page, method: string, params?: object): Promise<CallResult> {
  return page.evaluate(
    ([name, input]) => {
      const client = window.portico.client as unknown as Record<
        string,
        (input?: object) => Promise<unknown>
      >;
      return window.portico.result(async () => client[name]?.(input));
    },
    [method, params] as const,
  );
}

/** The session's state as the page sees it. */
export function sessionState(page: Page) {
  return page.evaluate(() => window.portico.client?.session.get());
}

/** Everything that a page keeps where scripts, people or logs may find it. */
export function keptByPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const stores = [sessionStorage, localStorage].map((store) => Object.entries(store));
    return JSON.stringify([stores, document.cookie, location.href, history.state]);
  });
}
