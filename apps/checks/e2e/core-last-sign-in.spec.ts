import type { Page } from "@playwright/test";
import type { AuthConfig, LoginOutcome } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { appCode } from "../harness/authenticator-app.js";
import { attachClient, call, keptByPage, openCore } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";

const database = "Username-Password-Authentication";
const remembering = { rememberLastSignIn: true };
const at = expect.any(Number) as unknown;

function lastSignIn(page: Page) {
  return page.evaluate(() => window.portico.client?.lastSignIn());
}

/** Answers the callback that `open` leads to. */
async function landBy(page: Page, stack: Stack, open: () => Promise<unknown>) {
  const back = page.waitForURL(/[?&](code|error)=/);
  await open();
  await back;
  const config: AuthConfig = {
    domain: stack.tenant.url,
    clientId: stack.clientId,
    redirectUri: `${stack.app}/harness/index.html`,
    ...remembering,
  };
  await attachClient(page, config);
  expect((await call(page, "start")).value).toMatchObject({ kind: "authenticated" });
}

test.describe("the last sign-in", () => {
  test("is not remembered unless the app asks for it", async ({ page, stack }) => {
    await openCore(page, stack);
    await call(page, "login", stack.user);
    expect(await lastSignIn(page)).toBeUndefined();
    expect(await keptByPage(page)).not.toContain(stack.user.email);
  });

  for (const via of ["in-page", "password-realm"]) {
    test(`${via} is the connection and the name, outlives a sign-out, and can be forgotten`, async ({
      page,
      stack,
    }) => {
      await openCore(page, stack, remembering);
      const { email, password } = stack.user;
      await call(page, "login", { email, password: "wrong", via });
      expect(await lastSignIn(page)).toBeUndefined();
      await call(page, "login", { email, password, via });
      const hint = { connection: database, username: email, at };
      expect(await lastSignIn(page)).toEqual(hint);
      expect(await keptByPage(page)).not.toContain(password);
      await page.evaluate(() => window.portico.client?.logout({ local: true }));
      await openCore(page, stack, remembering);
      expect(await lastSignIn(page)).toEqual(hint);
      await page.evaluate(() => window.portico.client?.forgetLastSignIn());
      expect(await lastSignIn(page)).toBeUndefined();
      expect(await keptByPage(page)).not.toContain(email);
    });
  }

  test("by redirect is the connection", async ({ page, stack }) => {
    await openCore(page, stack, remembering);
    await landBy(page, stack, async () => {
      // The page may be gone before the call has answered.
      void call(page, "login", { ...stack.user, via: "redirect" }).catch(() => {});
    });
    expect(await lastSignIn(page)).toEqual({ connection: database, at });
  });

  test("by a code and by a link is the connection of the message", async ({ page, stack }) => {
    await openCore(page, stack, remembering);
    const email = newEmail();
    const send = (how: "code" | "link") =>
      page.evaluate(
        ([to, kind]) => window.portico.client?.passwordless.start({ email: to, send: kind }),
        [email, how] as const,
      );
    const started = await send("code");
    const { code: otp = "" } = await stack.tenant.inbox.wait({ to: email });
    await page.evaluate(
      ([outcome, code]) =>
        outcome && window.portico.client?.passwordless.verify(outcome.challenge, { otp: code }),
      [started, otp] as const,
    );
    expect(await lastSignIn(page)).toEqual({ connection: "email", at });
    await page.evaluate(() => window.portico.client?.forgetLastSignIn());
    await send("link");
    const { url = "" } = await stack.tenant.inbox.wait({ to: email, kind: "link" });
    await landBy(page, stack, () => page.goto(url));
    expect(await lastSignIn(page)).toEqual({ connection: "email", at });
  });

  test("with a second factor counts when that is proven", async ({ page, stack }) => {
    await openCore(page, stack, remembering);
    const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const login = { email: newEmail(), password: "Long-enough-42" };
    await stack.tenant.seed({ clients: [], users: [{ ...login, mfa: { totpSecret } }] });
    await page.evaluate(async (params) => {
      const { client } = window.portico;
      const outcome = await client?.login({ ...params, via: "password-realm" });
      Object.assign(window, { outcome });
    }, login);
    expect(await lastSignIn(page)).toBeUndefined();
    const otp = appCode(totpSecret, stack.tenant.clock.now());
    const ended = await page.evaluate((code) => {
      const { client, result } = window.portico;
      const { outcome } = window as unknown as { outcome: LoginOutcome };
      const challenge = outcome.kind === "challenge" ? outcome.challenge : undefined;
      return result(async () => challenge && client?.mfa.verify(challenge, { otp: code }));
    }, otp);
    expect(ended.value).toMatchObject({ kind: "authenticated" });
    expect(await lastSignIn(page)).toEqual({ connection: database, username: login.email, at });
  });

  test("in a browser that refuses to store is no failure", async ({ page, stack }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("no", "SecurityError");
        },
      });
    });
    await openCore(page, stack, remembering);
    expect((await call(page, "login", stack.user)).value).toMatchObject({ kind: "authenticated" });
    expect(await lastSignIn(page)).toBeUndefined();
  });
});
