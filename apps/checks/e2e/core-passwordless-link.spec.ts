import { keptByPage, openCore, sessionState } from "./core-page.js";
import { landBy, start, waiting } from "./core-passwordless-page.js";
import { expect, newEmail, test } from "./fixtures.js";

test.describe("a link", () => {
  for (const responseType of ["code", "token id_token"] as const) {
    test(`opened in the same tab signs in, once, with ${responseType}`, async ({ page, stack }) => {
      await openCore(page, stack, { responseType });
      const email = newEmail();
      const appState = { returnTo: "/inbox" };
      const { message } = await start(page, stack, { email, send: "link", appState });
      const { url = "" } = message;
      const landed = await landBy(page, stack, () => page.goto(url), { responseType });
      expect(landed.value).toMatchObject({
        kind: "authenticated",
        appState,
        session: { user: { email } },
      });
      expect(page.url()).toBe(`${stack.app}/inbox`);
      expect(await keptByPage(page)).not.toContain("portico.");
      await page.goto("about:blank");
      const used = await landBy(page, stack, () => page.goto(url), { responseType });
      // It is spent, and whoever is signed in stays it.
      expect(used.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
    });
  }

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

  test("cannot be led elsewhere by parameters of one's own", async ({ page, stack }) => {
    await openCore(page, stack);
    const asked = page.waitForRequest(/\/passwordless\/start$/);
    const authParams = {
      redirect_uri: "https://evil.example/",
      response_type: "token",
      response_mode: "form_post",
      state: "fixed",
      nonce: "fixed",
      scope: "evil",
      audience: "evil",
      code_challenge: "fixed",
      ui_locales: "de",
    };
    const { message } = await start(page, stack, { email: newEmail(), send: "link", authParams });
    const { authParams: sent } = (await asked).postDataJSON() as {
      authParams: Record<string, string>;
    };
    expect(sent).toEqual({
      scope: "openid profile email",
      redirect_uri: `${stack.app}/harness/index.html`,
      response_type: "code",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      ui_locales: "de",
    });
    expect(message.url).not.toContain("evil");
  });

  test("that is sent again has a state and a nonce of its own", async ({ page, stack }) => {
    await openCore(page, stack);
    await page.clock.install();
    const email = newEmail();
    const appState = { step: 2 };
    const first = await start(page, stack, { email, send: "link", language: "fr", appState });
    await page.clock.fastForward(30_000);
    const again = await page.evaluate(() => {
      const { client, result } = window.portico;
      const pending = client?.passwordless.pending();
      return result(async () => pending && client?.passwordless.resend(pending));
    });
    expect(again.value).toMatchObject({ kind: "accepted", destination: email });
    const [second] = stack.tenant.inbox.list({ to: email });
    expect(second).toMatchObject({ kind: "link", locale: "fr" });
    const [one, two] = [first.message, second].map(
      (message) => new URL(message?.url ?? "").searchParams,
    );
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(two?.get(name)).toBeTruthy();
      expect(two?.get(name)).not.toBe(one?.get(name));
    }
    const landed = await landBy(page, stack, () => page.goto(second?.url ?? ""));
    expect(landed.value).toMatchObject({ appState, session: { user: { email } } });
  });
});
