import type { AuthConfig } from "@portico/core";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import type { Tab } from "./driver.js";
import { eventually, expect } from "./fixtures.js";

/** Opens the harness page with a client of its own, not started. */
export async function openCore(tab: Tab, stack: Stack, app = stack.app): Promise<void> {
  const redirectUri = `${app}/harness/index.html`;
  await tab.goto(redirectUri);
  await attachClient(tab, { domain: stack.tenant.url, clientId: stack.clientId, redirectUri });
}

/** Makes the client in a page that is there already, as after a redirect. */
export async function attachClient(tab: Tab, config: AuthConfig): Promise<void> {
  await eventually(async () => {
    expect(await tab.run(() => "portico" in window)).toBe(true);
  });
  await tab.run((given) => {
    window.portico.client = window.portico.createAuthClient(given);
  }, config);
}

/** Starts the page's client. */
export function start(tab: Tab): Promise<CallResult> {
  return tab.run(() => window.portico.result(async () => window.portico.client?.start()));
}

/** Signs the stack's user in with a password. */
export function login(tab: Tab, { user }: Stack): Promise<CallResult> {
  return tab.run(
    (given) => window.portico.result(async () => window.portico.client?.login(given)),
    user,
  );
}

/** Asks the tenant whether somebody is signed in there. */
export function checkSession(tab: Tab): Promise<CallResult> {
  return tab.run(() => window.portico.result(async () => window.portico.client?.checkSession()));
}
