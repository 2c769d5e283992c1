import type { Page } from "@playwright/test";
import { call, keptByPage, openCore } from "./core-page.js";
import { expect, test } from "./fixtures.js";

const database = "Username-Password-Authentication";
const remembering = { rememberLastSignIn: true };

function lastSignIn(page: Page) {
  return page.evaluate(() => window.portico.client?.lastSignIn());
}

test.describe("the last sign-in", () => {
  test("is the connection and the name, outlives a sign-out, and can be forgotten", async ({
    page,
    stack,
  }) => {
    await openCore(page, stack, remembering);
    const { email, password } = stack.user;
    await call(page, "login", { email, password: "wrong" });
    expect(await lastSignIn(page)).toBeUndefined();
    await call(page, "login", { email, password });
    const hint = { connection: database, username: email, at: expect.any(Number) as unknown };
    expect(await lastSignIn(page)).toEqual(hint);
    expect(await keptByPage(page)).not.toContain(password);
    await page.evaluate(() => window.portico.client?.logout({ local: true }));
    await openCore(page, stack, remembering);
    expect(await lastSignIn(page)).toEqual(hint);
    await page.evaluate(() => window.portico.client?.forgetLastSignIn());
    expect(await lastSignIn(page)).toBeUndefined();
    expect(await keptByPage(page)).not.toContain(email);
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
