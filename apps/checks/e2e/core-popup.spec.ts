import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, requestsTo, signInAtTenant, test } from "./fixtures.js";

/** A page whose popups come back to the small page that does nothing else. */
function openApp(page: Page, stack: Stack, more: Partial<AuthConfig> = {}): Promise<void> {
  return openCore(page, stack, { ...smallPage(stack), ...more });
}

const smallPage = ({ app }: Stack) => ({ popupRedirectUri: `${app}/harness/core-popup.html` });

/** Calls a method that opens a window, lets `act` do what the user does there, and gives how the call ended. */
async function withPopup(
  page: Page,
  method: string,
  params: object,
  act: (popup: Page) => unknown,
): Promise<CallResult> {
  const opened = page.waitForEvent("popup");
  const answer = call(page, method, params);
  await act(await opened);
  return answer;
}

/** Lets the user sign in with an account of a social provider, which a page of the tenant plays. */
async function chooseAccount(popup: Page, name: string): Promise<void> {
  await popup.getByRole("button", { name }).click();
}

/** The parameters of the popups' requests to `/authorize`, in turn. */
function authorizeRequests(page: Page): Record<string, string>[] {
  const seen: Record<string, string>[] = [];
  page.context().on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/authorize") seen.push(Object.fromEntries(url.searchParams));
  });
  return seen;
}

const authenticated = (email: string) => ({ kind: "authenticated", session: { user: { email } } });

test.describe("loginWithPopup signs in", () => {
  test("where the popup comes back to the app, whose start hands over and stops", async ({
    page,
    context,
    stack,
  }) => {
    // A window that cannot close itself shows what its start has done.
    await context.addInitScript(() => {
      if (window.opener) window.close = () => {};
    });
    await openCore(page, stack);
    const config = {
      domain: stack.tenant.url,
      clientId: stack.clientId,
      redirectUri: `${stack.app}/harness/index.html`,
    };
    let popup: Page | undefined;
    const outcome = await withPopup(page, "loginWithPopup", {}, async (opened) => {
      popup = opened;
      await signInAtTenant(opened, stack);
      await opened.waitForURL(/code=/);
      await attachClient(opened, config);
      stack.tenant.clearRequests();
      expect(await call(opened, "start")).toEqual({ value: { kind: "relayed" } });
    });
    expect(outcome.value).toMatchObject(authenticated(stack.user.email));
    if (!popup) throw new Error("No window was opened.");
    expect(popup.url()).toBe(config.redirectUri);
    expect(await sessionState(popup)).toEqual({ status: "starting" });
    expect(requestsTo(stack).filter((request) => request === "GET /authorize")).toEqual([]);
  });

  test("with the implicit grant", async ({ page, stack }) => {
    await openApp(page, stack, { responseType: "token id_token" });
    const outcome = await withPopup(page, "loginWithPopup", {}, (popup) =>
      signInAtTenant(popup, stack),
    );
    expect(outcome.value).toMatchObject(authenticated(stack.user.email));
  });
});

test.describe("the window of loginWithPopup", () => {
  test("opens in the call itself, before any await", async ({ page, stack }) => {
    await openApp(page, stack);
    const opened = page.waitForEvent("popup");
    const inTime = await page.evaluate(() => {
      let calls = 0;
      const { open } = window;
      window.open = (...given) => {
        calls += 1;
        return open.apply(window, given);
      };
      void window.portico.result(async () => window.portico.client?.loginWithPopup());
      return calls;
    });
    expect(inTime).toBe(1);
    await (await opened).close();
  });

  test.describe("without a viewport of the test's own", () => {
    test.use({ viewport: null });

    test("has the size that it is given", async ({ page, stack }) => {
      await openApp(page, stack);
      const popup = { width: 510, height: 420 };
      const { value } = await withPopup(page, "loginWithPopup", { popup }, async (opened) => {
        await opened.waitForURL(/login/);
        const size = await opened.evaluate(() => [window.innerWidth, window.innerHeight]);
        expect(size[0]).toBe(510);
        // Chromium without a screen may lose a pixel of the height.
        expect([419, 420]).toContain(size[1]);
        await signInAtTenant(opened, stack);
      });
      expect(value).toMatchObject(authenticated(stack.user.email));
    });
  });

  test("that the user closes before the tenant has answered is popup_closed", async ({
    page,
    stack,
  }) => {
    await openApp(page, stack);
    stack.tenant.clearRequests();
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: "hang" });
    // The driver knows of a window only when it shows a page.
    await page.evaluate(() => {
      const { open } = window;
      window.open = (...given) => {
        const opened = open.apply(window, given);
        window.addEventListener("close the window", () => opened?.close());
        return opened;
      };
    });
    const answer = call(page, "loginWithPopup");
    await expect.poll(() => requestsTo(stack)).toContain("GET /authorize");
    await page.evaluate(() => window.dispatchEvent(new Event("close the window")));
    expect((await answer).code).toBe("popup_closed");
  });

  test("that this page's Cross-Origin-Opener-Policy cuts off is popup_unavailable", async ({
    page,
    stack,
  }) => {
    await page.route(/harness\/index\.html/, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "cross-origin-opener-policy": "same-origin" };
      await route.fulfill({ response, headers });
    });
    await openApp(page, stack);
    expect((await call(page, "loginWithPopup")).code).toBe("popup_unavailable");
  });

  test("that the tenant's policy cuts off is popup_unavailable", async ({ page, stack }) => {
    await openApp(page, stack);
    stack.tenant.faults.add({ match: { path: "/u/login" }, fault: "coop" });
    expect((await call(page, "loginWithPopup")).code).toBe("popup_unavailable");
  });

  test("is closed when the caller gives up", async ({ page, stack }) => {
    await openApp(page, stack);
    const opened = page.waitForEvent("popup");
    const answer = page.evaluate(() => {
      const controller = new AbortController();
      window.addEventListener("give up", () => controller.abort());
      const { signal } = controller;
      return window.portico.result(async () => window.portico.client?.loginWithPopup({ signal }));
    });
    const popup = await opened;
    await popup.waitForURL(/login/);
    const closed = popup.waitForEvent("close");
    await page.evaluate(() => window.dispatchEvent(new Event("give up")));
    expect((await answer).code).toBe("aborted");
    await closed;
  });

  test("shows the tenant's refusal of an address that is not listed, until it is closed", async ({
    page,
    stack,
  }) => {
    await page.clock.install();
    await openApp(page, stack, { popupRedirectUri: `${stack.app}/harness/unlisted.html` });
    const { code } = await withPopup(page, "loginWithPopup", {}, async (popup) => {
      await expect(popup.locator("body")).toContainText("Callback URL mismatch");
      await page.clock.runFor(1000);
      await popup.close();
    });
    expect(code).toBe("popup_closed");
  });
});

test.describe("a failure behind the popup", () => {
  test("is the tenant's refusal", async ({ page, stack }) => {
    await openApp(page, stack);
    const denied = await withPopup(
      page,
      "loginWithPopup",
      { connection: "github" },
      async (popup) => {
        await popup.getByText("Make it fail or wait").click();
        await popup.getByRole("button", { name: "Deny" }).click();
      },
    );
    expect(denied.code).toBe("access_denied");
  });

  test("leaks no secret into the page", async ({ page, stack }) => {
    await openApp(page, stack);
    stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "html500" });
    const responses: string[] = [];
    page.context().on("request", (request) => {
      const { searchParams } = new URL(request.url());
      for (const name of ["code", "nonce"]) responses.push(...searchParams.getAll(name));
    });
    const outcome = await withPopup(page, "loginWithPopup", {}, (popup) =>
      signInAtTenant(popup, stack),
    );
    expect(outcome.code).toBe("server");
    const seen = JSON.stringify(outcome) + (await keptByPage(page));
    expect(responses.length).toBeGreaterThan(1);
    expect(responses.filter((secret) => seen.includes(secret))).toEqual([]);
  });
});

test.describe("nobody else", () => {
  test("can answer for the popup, in a frame or in a window", async ({ page, stack }) => {
    await openApp(page, stack);
    const asked = authorizeRequests(page);
    const outcome = await withPopup(page, "loginWithPopup", {}, async (popup) => {
      await popup.waitForURL(/login/);
      const state = asked[0]?.["state"] ?? "";
      expect(state).not.toBe("");
      const fake = {
        type: "popup_response",
        state,
        search: `?code=stolen&state=${state}`,
        hash: "",
      };
      for (const host of [stack.appElsewhere, stack.app]) await postFromFrame(page, host, fake);
      // The popup itself, while it is a page of another origin.
      await popup.evaluate((message) => window.opener.postMessage(message, "*"), fake);
      await signInAtTenant(popup, stack);
    });
    expect(outcome.value).toMatchObject(authenticated(stack.user.email));
  });

  test("hears a response: an opener of another origin gets nothing", async ({ page, stack }) => {
    await page.goto(`${stack.appElsewhere}/harness/index.html`);
    const opened = page.waitForEvent("popup");
    const { popupRedirectUri } = smallPage(stack);
    await page.evaluate((url) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      window.addEventListener("message", ({ data }) => heard.push(data));
      window.open(url);
    }, `${popupRedirectUri}?code=secret&state=popup.s`);
    // It may have closed before anybody could look.
    await expect.poll(async () => (await opened).isClosed()).toBe(true);
    // A message that came would stand before this one.
    const heard = await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener("message", () => resolve(Reflect.get(window, "heard")));
          window.postMessage("last", "*");
        }),
    );
    expect(heard).toEqual(["last"]);
  });
});

/** Posts a message to the page from a frame that a page of `host` is in, and waits until it was heard. */
async function postFromFrame(page: Page, host: string, message: object): Promise<void> {
  await page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.addEventListener("load", resolve);
        frame.src = url;
        document.body.append(frame);
      }),
    `${host}/harness/index.html`,
  );
  const frame = page.frames().find((one) => one.parentFrame() && one.url().startsWith(host));
  if (!frame) throw new Error("The frame did not load.");
  const heard = page.evaluate(
    () => new Promise((resolve) => window.addEventListener("message", resolve, { once: true })),
  );
  await frame.evaluate((data) => window.parent.postMessage(data, "*"), message);
  await heard;
  await page.evaluate(() => document.querySelector("iframe")?.remove());
}

test.describe("the popup's page", () => {
  test("says that it can be closed where nobody opened it, and forgets the response", async ({
    page,
    stack,
  }) => {
    const { popupRedirectUri } = smallPage(stack);
    await page.goto(`${popupRedirectUri}?code=secret&state=popup.s#access_token=secret`);
    await expect(page.getByText("You can close this window.")).toBeVisible();
    expect(page.url()).toBe(popupRedirectUri);
  });

  test("of an app without an opener goes on as ever", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    const redirectUri = `${stack.app}/harness/index.html`;
    await page.goto(`${redirectUri}?code=secret&state=popup.s`);
    await attachClient(page, { domain: stack.tenant.url, clientId: stack.clientId, redirectUri });
    expect((await call(page, "start")).value).toMatchObject(authenticated(stack.user.email));
    expect(page.url()).toBe(redirectUri);
  });
});

test.describe("proveIdentity", () => {
  test("proves another account and leaves the session and its tokens alone", async ({
    page,
    stack,
  }) => {
    await openApp(page, stack);
    await call(page, "login", stack.user);
    await page.evaluate(() => {
      const { session } = window.portico.client ?? {};
      Object.assign(window, { before: session?.get() });
      session?.subscribe(() => Object.assign(window, { changed: true }));
    });
    const token = (await call(page, "getAccessToken")).value;
    const asked = authorizeRequests(page);
    const before = Date.now();
    const proven = await withPopup(
      page,
      "proveIdentity",
      { connection: "google-oauth2" },
      (popup) => chooseAccount(popup, "Grace Hopper"),
    );
    expect(proven.value).toMatchObject({ user: { email: "grace@example.com" } });
    const { provenAt } = proven.value as { provenAt: number };
    expect(Math.abs(provenAt - before)).toBeLessThan(60_000);
    expect(JSON.stringify(proven.value)).not.toContain("eyJ");
    expect(asked.filter(({ prompt }) => prompt !== "none")).toMatchObject([
      { prompt: "login", max_age: "0", scope: "openid profile email" },
    ]);
    const after = await page.evaluate(() => ({
      same: Reflect.get(window, "before") === window.portico.client?.session.get(),
      changed: Reflect.has(window, "changed"),
    }));
    expect(after).toEqual({ same: true, changed: false });
    expect((await call(page, "getAccessToken")).value).toBe(token);
  });

  test("asks even whom the tenant knows, and tells no other tab", async ({
    page,
    stack,
    context,
  }) => {
    await openApp(page, stack);
    await call(page, "login", stack.user);
    const tab = await context.newPage();
    await openCore(tab, stack);
    await call(tab, "start");
    stack.tenant.clearRequests();
    await withPopup(page, "proveIdentity", {}, (popup) => signInAtTenant(popup, stack));
    expect(await sessionState(tab)).toMatchObject(authenticatedState(stack));
    // The token for linking is fetched before the window asks, and no other tab looks.
    expect(requestsTo(stack).filter((request) => request === "GET /authorize")).toHaveLength(2);
  });
});

const authenticatedState = ({ user }: Stack) => ({
  status: "authenticated",
  session: { user: { email: user.email } },
});
