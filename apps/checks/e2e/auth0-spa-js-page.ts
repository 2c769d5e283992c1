import type { Auth0ClientOptions } from "@auth0/auth0-spa-js";
import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { signInAtTenant } from "./fixtures.js";

export const harness = "/harness/auth0-spa-js.html";

/** Nothing of the library is changed: its domain may carry a scheme, for a tenant without https. */
export async function openSpaJs(
  page: Page,
  stack: Stack,
  options: Partial<Auth0ClientOptions> = {},
) {
  const { tenant, app, clientId } = stack;
  const given: Auth0ClientOptions = {
    domain: tenant.url.replace("https://", ""),
    clientId,
    ...options,
    authorizationParams: { redirect_uri: app + harness, ...options.authorizationParams },
  };
  await page.addInitScript((value) => {
    window.auth0SpaOptions = value;
  }, given);
  await page.goto(app + harness);
  tenant.clearRequests();
}

/** Returns the app state that came back. */
export async function logIn(page: Page, stack: Stack): Promise<unknown> {
  const leaving = page.waitForURL(/\/u\/login/);
  void page
    .evaluate(() => window.auth0Spa.loginWithRedirect({ appState: { open: "/projects" } }))
    .catch(() => {});
  await leaving;
  await signInAtTenant(page, stack);
  await page.waitForURL(/[?&]code=/);
  return page.evaluate(async () => (await window.auth0Spa.handleRedirectCallback()).appState);
}

/** An access token that is not from the cache, or the error's code. */
export function renew(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const failed = (error: Error & { error?: string }) => `failed: ${error.error ?? error.message}`;
    return (await window.auth0Spa.getTokenSilently({ cacheMode: "off" }).catch(failed)) ?? "";
  });
}
