import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import { sampleSeed, startTenant } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore } from "./core-page.js";

/** The page that redirects come back to. */
export const pageOf = ({ app }: Stack) => `${app}/harness/index.html`;

/** What a client of the stack in that page is configured with. */
export const configOf = (stack: Stack, more: Partial<AuthConfig> = {}): AuthConfig => ({
  domain: stack.tenant.url,
  clientId: stack.clientId,
  redirectUri: pageOf(stack),
  ...more,
});

/**
 * Leaves for a tenant that knows the browser, and so comes back at once, to a page with a new client that was not
 * started. Gives the address that the response stood in.
 */
export async function comeBack(
  page: Page,
  stack: Stack,
  params: object = {},
  more: Partial<AuthConfig> = {},
): Promise<string> {
  await openCore(page, stack, more);
  await call(page, "login", stack.user);
  const back = page.waitForURL(/[?#&](code|access_token)=/);
  // The page may be gone before the call has answered.
  void call(page, "loginWithConnection", params).catch(() => {});
  await back;
  await attachClient(page, configOf(stack, more));
  return page.url();
}

/** The outcome where the stack's user is signed in. */
export const authenticated = ({ user }: Stack) => ({
  kind: "authenticated",
  session: { user: { email: user.email } },
});

/** A tenant of its own for the stack's pages. */
export async function tenantFor(stack: Stack, ...callbacks: readonly string[]) {
  const seed = sampleSeed([stack.app]);
  seed.clients[0]?.callbacks.push(pageOf(stack), ...callbacks);
  return startTenant({ port: 0, scryptCost: 1024, seed });
}
