import type { Page } from "@playwright/test";
import type { PasswordlessChallenge, PasswordlessStarted } from "@portico/core";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { attachClient } from "./core-page.js";
import { expect } from "./fixtures.js";

/** Calls one of `client.passwordless` in the page. */
export function passwordless(page: Page, method: string, ...given: object[]): Promise<CallResult> {
  return page.evaluate(
    ([name, input]) => {
      const calls = window.portico.client?.passwordless as unknown as Record<
        string,
        (...input: object[]) => unknown
      >;
      return window.portico.result(async () => calls[name]?.(...input));
    },
    [method, given] as const,
  );
}

/** Starts and reads what was sent. */
export async function start(page: Page, { tenant }: Stack, params: object) {
  const { value, ...failed } = await passwordless(page, "start", params);
  expect(failed).toEqual({});
  const started = value as PasswordlessStarted;
  const message = await tenant.inbox.wait({ to: started.destination });
  return { ...started, message, otp: message.code ?? "" };
}

/** Opens an address and answers the callback there with a client of its own. */
export async function landBy(page: Page, stack: Stack, open: () => Promise<unknown>, more = {}) {
  const back = page.waitForURL(/[?#&](code|access_token|error)=/);
  await open();
  await back;
  const redirectUri = `${stack.app}/harness/index.html`;
  const { tenant, clientId } = stack;
  await attachClient(page, { domain: tenant.url, clientId, redirectUri, ...more });
  return page.evaluate(() => window.portico.result(async () => window.portico.client?.start()));
}

/** The challenge that the page's client waits with. */
export function waiting(page: Page): Promise<PasswordlessChallenge | undefined> {
  return page.evaluate(() => window.portico.client?.passwordless.pending());
}
