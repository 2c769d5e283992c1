import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { EngineResult } from "../harness/core-auth0-js.js";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { attachClient } from "./core-page.js";
import { expect } from "./fixtures.js";

/** Opens a page whose client works by auth0-js, which is not loaded yet. */
export async function openPage(
  page: Page,
  stack: Stack,
  more: Partial<AuthConfig> = {},
  app = stack.app,
): Promise<void> {
  const redirectUri = pageOf(stack, app);
  await page.goto(redirectUri);
  await attach(page, stack, { redirectUri, ...more });
}

/** Makes the client in a page that is there already, as after a redirect. */
export function attach(page: Page, stack: Stack, more: Partial<AuthConfig> = {}): Promise<void> {
  const { tenant, clientId } = stack;
  return attachClient(page, {
    domain: tenant.url,
    clientId,
    redirectUri: pageOf(stack),
    ...more,
  });
}

export function pageOf(stack: Stack, app = stack.app): string {
  return `${app}/harness/core-auth0-js.html`;
}

/** Calls the engine of the page's client, without the flows over it. */
export function callEngine(
  page: Page,
  method: string,
  ...args: readonly unknown[]
): Promise<EngineResult> {
  return page.evaluate(([name, given]) => window.callEngine(name, given), [method, args] as const);
}

/** Calls one of `client.passwordless`. */
export function passwordless(page: Page, method: string, ...args: object[]): Promise<CallResult> {
  return page.evaluate(
    ([name, given]) => {
      const calls = window.portico.client?.passwordless as object;
      const method: unknown = Reflect.get(calls, name);
      return window.portico.result(async () => (method as (...a: object[]) => unknown)(...given));
    },
    [method, args] as const,
  );
}

/** Loads auth0-js, so that a short deadline is the tenant's alone. */
export function preload(page: Page): Promise<void> {
  return page.evaluate(() => window.auth0JsEngine().preload());
}

/** No form of any of these texts stands in `text`. */
export function expectNoSecret(text: string, secrets: readonly string[]): void {
  for (const secret of secrets) {
    const forms = [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      btoa(secret).replace(/=+$/, ""),
    ];
    for (const form of forms) expect(text).not.toContain(form);
  }
}
