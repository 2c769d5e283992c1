import type { BrowserContext, Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { call, openCore } from "./core-page.js";
import { expect } from "./fixtures.js";

/** New tabs of one browser, each with a client that has not started. */
export async function openTabs(
  context: BrowserContext,
  stack: Stack,
  count: number,
  more: Partial<AuthConfig> = {},
): Promise<Page[]> {
  const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()));
  for (const page of pages) await openCore(page, stack, more);
  return pages;
}

/** Signs somebody in at the tenant, without a client that goes on. */
export async function signInOnce(context: BrowserContext, stack: Stack): Promise<void> {
  const page = await context.newPage();
  await openCore(page, stack);
  expect((await call(page, "login", stack.user)).code).toBeUndefined();
  await page.close();
}

/** Starts the page's client. */
export const start = (page: Page) => call(page, "start");

/** How often the tenant was asked at a path, without preflights. */
export function asked({ tenant }: Stack, path: string): number {
  return tenant.requests().filter((one) => one.path === path && !one.preflight).length;
}

/** The name of what the tabs of the stack's application share. */
export function roomName({ tenant, clientId }: Stack): string {
  return `${new URL(tenant.url).host}.${clientId}`;
}

/** The lock of the renewals that a client of the stack takes when it has no configuration of its own. */
export async function lockOf(page: Page, stack: Stack): Promise<string> {
  const name = `portico.renewal.${roomName(stack)}.`;
  const key = JSON.stringify(["", "", "email openid profile"]);
  expect(await page.evaluate(async () => (await navigator.locks.query()).held)).toEqual([]);
  return name + key;
}
