import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, requestsTo, signInAtTenant, test } from "./fixtures.js";

/** A page in which Ada is signed in. */
async function openSignedIn(page: Page, stack: Stack): Promise<void> {
  await openCore(page, stack, { popupRedirectUri: `${stack.app}/harness/core-popup.html` });
  expect((await call(page, "login", stack.user)).value).toMatchObject({ kind: "authenticated" });
}

async function byPopup(page: Page, params: object, act: (popup: Page) => unknown) {
  const opened = page.waitForEvent("popup");
  const answer = call(page, "reauthenticate", { via: "popup", ...params });
  await act(await opened);
  return answer;
}

/** Leaves for the tenant, lets `stack.user` sign in there, and starts a new client in the page that comes back. */
async function byRedirect(
  page: Page,
  stack: Stack,
  params: object = {},
  more: Partial<AuthConfig> = {},
) {
  const left = page.waitForURL(/\/u\/login/);
  // The page may be gone before the call has answered.
  void call(page, "reauthenticate", { via: "redirect", ...params }).catch(() => {});
  await left;
  await page.locator("#username").fill(stack.user.email);
  await signInAtTenant(page, stack);
  await page.waitForURL(/code=/);
  await attachClient(page, {
    domain: stack.tenant.url,
    clientId: stack.clientId,
    redirectUri: `${stack.app}/harness/index.html`,
    popupRedirectUri: `${stack.app}/harness/core-popup.html`,
    ...more,
  });
  return call(page, "start");
}

const same = (stack: Stack) => ({
  kind: "authenticated",
  session: { user: { email: stack.user.email }, authenticatedAt: expect.any(Number) as unknown },
});

test.describe("reauthenticate by password", () => {
  test("steps up a session that began at the tenant's own page", async ({ page, stack }) => {
    await openCore(page, stack, { popupRedirectUri: `${stack.app}/harness/core-popup.html` });
    const opened = page.waitForEvent("popup");
    const hosted = call(page, "loginWithPopup");
    await signInAtTenant(await opened, stack);
    const before = (await hosted).value as { session: { authenticatedAt: number } };
    const { password } = stack.user;
    const after = await call(page, "reauthenticate", { password });
    expect(after.value).toMatchObject(same(stack));
    const { session } = after.value as typeof before;
    expect(session.authenticatedAt).toBeGreaterThanOrEqual(before.session.authenticatedAt);
  });
});

test.describe("reauthenticate for another API", () => {
  const stored = { storage: "session" } as const;
  const reading = { scope: "read:current_user" };

  /** A page in which somebody is signed in for good, and what its own access token is. */
  async function openStored(page: Page, stack: Stack) {
    const audience = `${stack.tenant.url}/api/v2/`;
    await openCore(page, stack, {
      ...stored,
      popupRedirectUri: `${stack.app}/harness/core-popup.html`,
    });
    await call(page, "start");
    await call(page, "login", stack.user);
    const own = (await call(page, "getAccessToken")).value;
    return { own, params: { audience, scope: "read:current_user update:current_user_identities" } };
  }

  /** The session goes on with its own access token, and one for the Management API is there besides. */
  async function expectBoth(page: Page, stack: Stack, own: unknown, params: { audience: string }) {
    stack.tenant.clearRequests();
    const { audience } = params;
    expect((await call(page, "getAccessToken")).value).toBe(own);
    const other = (await call(page, "getAccessToken", { audience, ...reading })).value;
    expect(other).not.toBe(own);
    expect(requestsTo(stack)).toEqual([]);
    expect(await sessionState(page)).not.toHaveProperty("session.audience");
    const email = await page.evaluate(async () => {
      const { session, management } = window.portico.client ?? {};
      const state = session?.get();
      if (state?.status !== "authenticated") return undefined;
      return (await management?.getUser(state.session.user.sub as `auth0|${string}`))?.email;
    });
    expect(email).toBe(stack.user.email);
  }

  test("by popup is there for the calls that it allows, after a reload too", async ({
    page,
    stack,
  }) => {
    const { own, params } = await openStored(page, stack);
    await byPopup(page, params, (popup) => signInAtTenant(popup, stack));
    await expectBoth(page, stack, own, params);
    for (const _time of ["once", "twice"]) {
      await page.reload();
      await attachClient(page, {
        domain: stack.tenant.url,
        clientId: stack.clientId,
        redirectUri: `${stack.app}/harness/index.html`,
        checkSessionOnStart: false,
        ...stored,
      });
      expect((await call(page, "start")).value).toMatchObject(same(stack));
      await expectBoth(page, stack, own, params);
    }
  });

  test("by redirect goes into the session that the tab has kept", async ({ page, stack }) => {
    const { own, params } = await openStored(page, stack);
    expect((await byRedirect(page, stack, params, stored)).value).toMatchObject(same(stack));
    await expectBoth(page, stack, own, params);
  });
});

test.describe("reauthenticate by redirect", () => {
  test("comes back to the same user, with the app's state", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    const asked = page.waitForRequest(/\/authorize\?/);
    const appState = { step: "transfer" };
    const { value } = await byRedirect(page, stack, { appState, acrValues: "urn:mace:silver" });
    expect(value).toMatchObject({ ...same(stack), appState });
    expect(Object.fromEntries(new URL((await asked).url()).searchParams)).toMatchObject({
      prompt: "login",
      max_age: "0",
      login_hint: stack.user.email,
      acr_values: "urn:mace:silver",
    });
  });
});
