import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, signInAtTenant, test } from "./fixtures.js";

/** A page in which Ada is signed in, with the session's first snapshot kept for comparison. */
async function openSignedIn(page: Page, stack: Stack): Promise<void> {
  await openCore(page, stack, { popupRedirectUri: `${stack.app}/harness/core-popup.html` });
  expect((await call(page, "login", stack.user)).value).toMatchObject({ kind: "authenticated" });
  await page.evaluate(() =>
    Object.assign(window, { before: window.portico.client?.session.get() }),
  );
  stack.tenant.clearRequests();
}

/** Whether the session is the very object that it was. */
const isUntouched = (page: Page) =>
  page.evaluate(() => Reflect.get(window, "before") === window.portico.client?.session.get());

/** Somebody else who is registered at the tenant. */
async function somebodyElse({ tenant }: Stack) {
  const user = { email: newEmail(), password: "Somebody-Else-42" };
  await tenant.seed({ clients: [], users: [user] });
  return user;
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

const tooOld = { code: "invalid_token", details: { reason: "authentication_time" } };

test.describe("reauthenticate", () => {
  test("is login_required where nobody is signed in, and sends nothing", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack);
    stack.tenant.clearRequests();
    for (const params of [{ via: "popup" }, { via: "redirect" }, { password: "secret" }]) {
      expect((await call(page, "reauthenticate", params)).code).toBe("login_required");
    }
    expect(stack.tenant.requests()).toEqual([]);
    expect(page.context().pages()).toEqual([page]);
  });

  test("asks nothing within maxAge, and no window opens", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    const { value } = await call(page, "reauthenticate", { via: "popup", maxAge: 300 });
    expect(value).toMatchObject(same(stack));
    expect(requestsTo(stack)).toEqual([]);
    expect(await isUntouched(page)).toBe(true);
    expect(page.context().pages()).toEqual([page]);
  });

  test("without a password says so", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    const { mistake } = await call(page, "reauthenticate", {});
    expect(mistake).toContain("Nothing was sent. Pass { password }");
    expect(requestsTo(stack)).toEqual([]);
  });
});

test.describe("reauthenticate by password", () => {
  test("in the page asks for a fresh proof of the session's user", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    const asked = page.waitForRequest(/\/authorize\?/);
    const sent = page.waitForRequest(/\/co\/authenticate$/);
    const { password } = stack.user;
    const { value } = await call(page, "reauthenticate", { password });
    expect(value).toMatchObject(same(stack));
    expect((await sent).postDataJSON()).toMatchObject({ username: stack.user.email });
    expect(new URL((await asked).url()).searchParams.get("max_age")).toBe("0");
    expect(await isUntouched(page)).toBe(false);
  });

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

  test("at the token endpoint works too", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    const params = { password: stack.user.password, via: "password-realm" };
    expect((await call(page, "reauthenticate", params)).value).toMatchObject({
      kind: "authenticated",
      session: { user: { email: stack.user.email } },
    });
    expect(requestsTo(stack)).toContain("POST /oauth/token");
  });

  for (const via of ["in-page", "password-realm"]) {
    test(`${via} keeps the session when it is wrong, and leaks nothing`, async ({
      page,
      stack,
    }) => {
      await openSignedIn(page, stack);
      const password = "canary-5e1d";
      const outcome = await call(page, "reauthenticate", { password, via });
      expect(outcome.code).toBe("invalid_credentials");
      expect(outcome.error).not.toContain(password);
      expect(await isUntouched(page)).toBe(true);
    });
  }

  test("takes no older sign-in for a proof", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    stack.tenant.faults.add({ fault: "token:old-auth-time" });
    const { password } = stack.user;
    const { error } = await call(page, "reauthenticate", { password });
    expect(JSON.parse(error ?? "{}")).toMatchObject(tooOld);
    expect(await isUntouched(page)).toBe(true);
  });

  test("ends in a challenge where a second factor is due", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "mfa_required" });
    const params = { password: stack.user.password, via: "password-realm" };
    expect((await call(page, "reauthenticate", params)).value).toMatchObject({
      kind: "challenge",
      challenge: { type: "mfa" },
    });
    expect(await isUntouched(page)).toBe(true);
  });
});

test.describe("reauthenticate by popup", () => {
  test("asks even whom the tenant knows, with their name filled in", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    const { value } = await byPopup(page, {}, async (popup) => {
      await expect(popup.locator("#username")).toHaveValue(stack.user.email);
      await signInAtTenant(popup, stack);
    });
    expect(value).toMatchObject(same(stack));
    expect(await isUntouched(page)).toBe(false);
  });

  test("is user_changed for somebody else, and the session stays as it is", async ({
    page,
    stack,
  }) => {
    const user = await somebodyElse(stack);
    await openSignedIn(page, stack);
    const token = (await call(page, "getAccessToken")).value;
    const { code } = await byPopup(page, {}, (popup) => signInAtTenant(popup, { ...stack, user }));
    expect(code).toBe("user_changed");
    expect(await isUntouched(page)).toBe(true);
    expect((await call(page, "getAccessToken")).value).toBe(token);
  });

  test("takes no older sign-in for a proof", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    for (const [defect, maxAge] of [
      ["old-auth-time", 0],
      ["missing-auth-time", undefined],
    ] as const) {
      stack.tenant.faults.add({ fault: `token:${defect}` });
      const { error } = await byPopup(page, { maxAge }, (popup) => signInAtTenant(popup, stack));
      expect(JSON.parse(error ?? "{}")).toMatchObject(tooOld);
    }
    expect(await isUntouched(page)).toBe(true);
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

  test("lets nobody else take the session over", async ({ page, stack }) => {
    const user = await somebodyElse(stack);
    await openSignedIn(page, stack);
    const { value } = await byRedirect(page, { ...stack, user });
    expect(value).toMatchObject({ kind: "anonymous", error: { code: "user_changed" } });
    expect(await sessionState(page)).toMatchObject({ status: "anonymous" });
  });

  test("takes no older sign-in for a proof", async ({ page, stack }) => {
    await openSignedIn(page, stack);
    stack.tenant.faults.add({ fault: "token:old-auth-time" });
    const { value } = await byRedirect(page, stack);
    expect(value).toMatchObject({ kind: "anonymous", error: tooOld });
  });
});
