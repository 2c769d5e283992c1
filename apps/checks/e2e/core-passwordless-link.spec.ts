import { keptByPage, openCore, sessionState } from "./core-page.js";
import { landBy, start, waiting } from "./core-passwordless-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("a link", () => {
  test("opened in the same tab signs in, once", async ({ page, stack }) => {
    await openCore(page, stack);
    const email = newEmail();
    const appState = { returnTo: "/inbox" };
    const { message } = await start(page, stack, { email, send: "link", appState });
    const { url = "" } = message;
    const landed = await landBy(page, stack, () => page.goto(url));
    expect(landed.value).toMatchObject({
      kind: "authenticated",
      appState,
      session: { user: { email } },
    });
    expect(page.url()).toBe(`${stack.app}/inbox`);
    expect(await keptByPage(page)).not.toContain("portico.");
    await page.goto("about:blank");
    const used = await landBy(page, stack, () => page.goto(url));
    // It is spent, and whoever is signed in stays it.
    expect(used.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
  });

  test("opened in a new tab signs in there, and the tab that asked for it follows", async ({
    page,
    stack,
    context,
  }) => {
    await openCore(page, stack);
    await page.evaluate(() => window.portico.client?.start());
    const email = newEmail();
    const { message } = await start(page, stack, { email, send: "link" });
    const kept = await keptByPage(page);
    expect(kept).not.toContain(new URL(message.url ?? "").searchParams.get("verification_code"));
    const other = await context.newPage();
    const landed = await landBy(other, stack, () => other.goto(message.url ?? ""));
    expect(landed.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    await expect
      .poll(() => sessionState(page))
      .toMatchObject({ status: "authenticated", session: { user: { email } } });
    expect(await waiting(page)).toBeUndefined();
  });

  test("opened in another browser is transaction_lost, which an app can explain", async ({
    page,
    stack,
    browser,
  }) => {
    await openCore(page, stack, {}, stack.appElsewhere);
    const { message } = await start(page, stack, { email: newEmail(), send: "link" });
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const redirectUri = `${stack.appElsewhere}/harness/index.html`;
    const landed = await landBy(other, stack, () => other.goto(message.url ?? ""), { redirectUri });
    expect(landed.value).toMatchObject({ kind: "anonymous", error: { code: "transaction_lost" } });
    expect(await sessionState(other)).toMatchObject({ status: "anonymous", reason: "unknown" });
    expect(other.url()).toBe(redirectUri);
    await elsewhere.close();
  });

  test("opened in another browser, where the tenant's cookies reach the app, finds who is signed in", async ({
    page,
    stack,
    browser,
  }) => {
    await openCore(page, stack);
    const email = newEmail();
    const { message } = await start(page, stack, { email, send: "link" });
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    const landed = await landBy(other, stack, () => other.goto(message.url ?? ""));
    expect(landed.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    await elsewhere.close();
  });
});
