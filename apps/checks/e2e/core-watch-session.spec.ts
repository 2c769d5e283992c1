import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { call, openCore, sessionState } from "./core-page.js";
import { expect, requestsTo, test } from "./fixtures.js";

/** Another application of the tenant, on the same origin: its pages and those of the first do not hear each other. */
const beside = "watch-beside";

async function openBeside(page: Page, stack: Stack): Promise<void> {
  const address = `${stack.app}/harness/index.html`;
  const urls = {
    callbacks: [address],
    webOrigins: [stack.app],
    logoutUrls: [`${address}?signed-out`],
  };
  await stack.tenant.seed({ clients: [{ clientId: beside, name: "Beside", ...urls }] });
  await openCore(page, stack, { clientId: beside });
}

/** Starts the page's client and lets it watch; the code for that is there afterwards, which a clock would outrun. */
async function watch(page: Page): Promise<void> {
  const loaded = page.waitForResponse(/\/keep-watch-/);
  await page.evaluate(async () => {
    const { client } = window.portico;
    await client?.start();
    Object.assign(window, { stopWatching: client?.watchSession() });
  });
  await page.evaluate(`import(${JSON.stringify((await loaded).url())}).then(() => {})`);
}

const looks = (stack: Stack) =>
  requestsTo(stack).filter((line) => line === "GET /authorize").length;

/** Lets the page's clock pass the 15 minutes, and what pages add to look at different times. */
async function passInterval(page: Page, stack: Stack): Promise<void> {
  stack.tenant.clearRequests();
  await page.clock.fastForward(1_000_000);
  await expect.poll(() => looks(stack)).toBe(1);
}

test.describe("a page that watches the session", () => {
  test("ends when another application has signed out at the tenant", async ({
    page,
    context,
    stack,
  }) => {
    await page.clock.install();
    const other = await context.newPage();
    await openBeside(other, stack);
    await call(other, "login", stack.user);
    await openCore(page, stack);
    await watch(page);
    expect(await sessionState(page)).toMatchObject({ status: "authenticated" });

    const returnTo = `${stack.app}/harness/index.html?signed-out`;
    // The page may be gone before the call has answered.
    void call(other, "logout", { returnTo }).catch(() => {});
    await other.waitForURL(returnTo);
    expect(await sessionState(page)).toMatchObject({ status: "authenticated" });
    await passInterval(page, stack);
    await expect
      .poll(() => sessionState(page))
      .toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    expect((await call(page, "getIdToken")).value).toBeUndefined();
  });

  test("is signed in when somebody has signed in by another application", async ({
    page,
    context,
    stack,
  }) => {
    await page.clock.install();
    await openCore(page, stack);
    await watch(page);
    expect(await sessionState(page)).toEqual({ status: "anonymous" });

    const other = await context.newPage();
    await openBeside(other, stack);
    await call(other, "login", stack.user);
    expect(await sessionState(page)).toEqual({ status: "anonymous" });
    await passInterval(page, stack);
    await expect
      .poll(() => sessionState(page))
      .toMatchObject({ status: "authenticated", session: { user: { email: stack.user.email } } });
    expect(await page.locator("iframe").count()).toBe(0);
  });
});
