import type { Page } from "@playwright/test";
import { call, openAuth0Js, realm } from "./auth0-js-page.js";
import { expect, newEmail, test } from "./fixtures.js";

const password = "Long-enough-42";

/** Signs up by auth0-js; the user belongs to the test alone. */
async function signUp(page: Page): Promise<string> {
  const email = newEmail();
  const made = await call(page, "signup", { email, password, connection: realm });
  expect(made.result).toMatchObject({ email, emailVerified: false });
  return email;
}

test.describe("accounts with the unmodified auth0-js 10.2.1", () => {
  test("a forgotten password is changed by the link of a mail", async ({ page, stack }) => {
    const { inbox } = stack.tenant;
    await openAuth0Js(page, stack);
    const email = await signUp(page);
    const asked = await call(page, "changePassword", { email, connection: realm });
    expect(asked).toEqual({
      error: null,
      result: "We've just sent you an email to reset your password.",
    });
    const mail = await inbox.wait({ to: email, kind: "reset" });
    await page.goto(mail.url ?? "");
    await page.getByLabel("New password", { exact: true }).fill("short");
    await page.getByLabel("Repeat the new password").fill("short");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByRole("alert")).toContainText("too weak");
    await expect(page.locator(".unmet").first()).toHaveText("At least 8 characters");

    const changed = "Another-one-77";
    await page.getByLabel("New password", { exact: true }).fill(changed);
    await page.getByLabel("Repeat the new password").fill(changed);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByRole("heading")).toHaveText("Your password is changed");

    await openAuth0Js(page, stack);
    const credentials = { username: email, realm };
    const former = await call(page, "client.login", { ...credentials, password });
    expect(former.error).toMatchObject({ code: "invalid_grant" });
    const login = await call(page, "popup.loginWithCredentials", {
      ...credentials,
      password: changed,
    });
    expect(login.result).toMatchObject({ idTokenPayload: { email, emailVerified: false } });
  });

  test("an address is verified by the link of a mail", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const email = await signUp(page);
    const mail = await stack.tenant.inbox.wait({ to: email, kind: "verify" });
    await page.goto(mail.url ?? "");
    await expect(page.getByRole("heading")).toHaveText("Your e-mail address is verified");
    await openAuth0Js(page, stack);
    const credentials = { username: email, password, realm };
    const login = await call(page, "popup.loginWithCredentials", credentials);
    expect(login.result).toMatchObject({ idTokenPayload: { email, emailVerified: true } });
  });

  test("a refused password comes with its rules and the policy in words", async ({
    page,
    stack,
  }) => {
    await openAuth0Js(page, stack);
    const weak = { email: newEmail(), password: "abc", connection: realm };
    const { error, result } = await call(page, "signup", weak);
    expect(result).toBeNull();
    expect(error).toMatchObject({
      code: "invalid_password",
      name: "PasswordStrengthError",
      statusCode: 400,
      description: {
        verified: false,
        rules: [
          { code: "lengthAtLeast", format: [8], verified: false },
          { code: "containsAtLeast", format: [3, 4], verified: false },
        ],
      },
      policy: expect.stringMatching(/^\* At least 8 characters in length\n/),
    });
  });

  test("an address that is asked for too often is told so", async ({ page, stack }) => {
    await openAuth0Js(page, stack);
    const email = newEmail();
    const ask = () => call(page, "changePassword", { email, connection: realm });
    for (let count = 0; count < 10; count += 1) expect((await ask()).error).toBeNull();
    expect((await ask()).error).toMatchObject({ code: "too_many_requests", statusCode: 429 });
  });
});
