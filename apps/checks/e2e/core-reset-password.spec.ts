import type { Page } from "@playwright/test";
import { call, openCore } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";

const password = "Long-enough-42";
const next = "Even-longer-than-43";

/** Somebody who is registered, and whom no other test knows. */
async function newUser(page: Page): Promise<string> {
  const email = newEmail();
  const { value } = await call(page, "signup", { email, password, signIn: false });
  expect(value).toEqual({ kind: "accepted", destination: email });
  return email;
}

test.describe("a reset of the password", () => {
  test("mails a link that really sets a new one", async ({ page, stack, context }) => {
    await openCore(page, stack);
    const email = await newUser(page);
    const outcome = await call(page, "resetPassword", { email: ` ${email} ` });
    expect(outcome).toEqual({ value: { kind: "accepted", destination: email } });
    const mail = await stack.tenant.inbox.wait({ to: email, kind: "reset" });

    const tenantPage = await context.newPage();
    await tenantPage.goto(mail.url ?? "");
    await tenantPage.locator("#password").fill(next);
    await tenantPage.locator("#repeat").fill(next);
    await tenantPage.locator("#go").click();
    await expect(tenantPage.locator("#go")).toHaveCount(0);

    const old = await call(page, "login", { email, password });
    expect(old.code).toBe("invalid_credentials");
    const fresh = await call(page, "login", { email, password: next });
    expect(fresh.value).toMatchObject({ kind: "authenticated", session: { user: { email } } });
  });
});
