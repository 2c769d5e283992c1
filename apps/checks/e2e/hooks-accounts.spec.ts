import type { Page } from "@playwright/test";
import type { SeedUser } from "@portico/tenant";
import type { ReactPages } from "../stack/react-pages.js";
import type { Stack } from "../stack/start-stack.js";
import { appCode, wrongCode } from "../harness/authenticator-app.js";
import { newEmail } from "./fixtures.js";
import { expect, openReact, sessionLine, test } from "./react-page.js";

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const recoveryCode = "RECOVERY2CODE4OF6SOMEBODY";

interface Where {
  readonly stack: Stack;
  readonly pages: ReactPages;
}

async function newUser({ tenant }: Stack, more: Partial<SeedUser> = {}): Promise<string> {
  const email = newEmail();
  await tenant.seed({ clients: [], users: [{ email, password, ...more }] });
  return email;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Signs in with a password, as far as that leads. */
async function beginSignIn(page: Page, where: Where, email: string, app = "sign-in") {
  await openReact(page, where, app, { config: { loginVia: "password-realm" } });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await press(page, "Sign in");
}

/** Opens an app in which this user is signed in from the start. */
async function openSignedIn(page: Page, where: Where, email: string, app: string): Promise<void> {
  const first = await page.context().newPage();
  await openReact(first, where, "password-login");
  await first.getByLabel("E-mail").fill(email);
  await first.getByLabel("Password").fill(password);
  await press(first, "Sign in");
  await expect(sessionLine(first)).toHaveText(`authenticated ${email}`);
  await first.close();
  await openReact(page, where, app);
}

test.describe("a second factor", () => {
  test("is an app's code, refused when it is wrong", async ({ page, stack, pages }) => {
    const email = await newUser(stack, { mfa: { totpSecret } });
    await beginSignIn(page, { stack, pages }, email);
    await press(page, "Authenticator app");
    const code = appCode(totpSecret, stack.tenant.clock.now());
    await page.getByLabel("Code").fill(wrongCode(code));
    await press(page, "Continue");
    await expect(page.getByRole("alert")).toHaveText("That code is not right.");
    await page.getByLabel("Code").fill(code);
    await press(page, "Continue");
    await expect(page.getByRole("status")).toHaveText("Welcome.");
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  });

  test("is a recovery code in its place, and the next one is shown", async ({
    page,
    stack,
    pages,
  }) => {
    const email = await newUser(stack, { mfa: { totpSecret, recoveryCode } });
    await beginSignIn(page, { stack, pages }, email);
    await press(page, "Authenticator app");
    await press(page, "Another way");
    await press(page, "Recovery code");
    await page.getByLabel("Code").fill(recoveryCode);
    await press(page, "Continue");
    await expect(page.getByRole("status")).toHaveText(/New recovery code: \w+/);
    await expect(page.getByRole("status")).not.toContainText(recoveryCode);
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  });

  test("is a code by mail, the last one that was sent", async ({ page, stack, pages }) => {
    const { inbox } = stack.tenant;
    const mailbox = newEmail();
    const email = await newUser(stack, { mfa: { email: mailbox } });
    await beginSignIn(page, { stack, pages }, email);
    await page.getByRole("button", { name: /^E-mail/ }).click();
    const { id: after } = await inbox.wait({ to: mailbox });
    await press(page, "Send again");
    const { code = "" } = await inbox.wait({ to: mailbox, after });
    await page.getByLabel("Code").fill(code);
    await press(page, "Continue");
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  });

  test("that cannot be listed is asked for again", async ({ page, stack, pages }) => {
    const email = await newUser(stack, { mfa: { totpSecret } });
    const match = { path: "/mfa/authenticators" };
    stack.tenant.faults.add({ match, fault: "html500", times: "always" });
    await beginSignIn(page, { stack, pages }, email);
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    stack.tenant.faults.clear();
    await press(page, "Try again");
    await expect(page.getByRole("button", { name: "Authenticator app" })).toBeVisible();
  });

  test("is enrolled with what the app needs, shown once", async ({ page, stack, pages }) => {
    const email = await newUser(stack, { mfaRequired: true });
    await beginSignIn(page, { stack, pages }, email);
    await press(page, "Set up an app");
    const qr = page.locator("output");
    await expect(qr).toHaveText(/^otpauth:\/\/totp\//);
    const secret = new URL((await qr.textContent()) ?? "").searchParams.get("secret") ?? "";
    await expect(page.getByText(`type ${secret}`)).toBeVisible();
    await page.getByLabel("Code of the app").fill("000000");
    await press(page, "Continue");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("Code of the app").fill(appCode(secret, stack.tenant.clock.now()));
    await press(page, "Continue");
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  });
});

/** Keeps updates from reaching the tenant until they are let go. */
async function holdUpdates(page: Page): Promise<{ letGo: () => void }> {
  let letGo = () => {};
  const isFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/api/v2/users/*", async (route) => {
    if (route.request().method() === "PATCH") await isFree;
    await route.continue();
  });
  return { letGo };
}

test("the account page shows a change at once, and takes it back when it is refused", async ({
  page,
  stack,
  pages,
}) => {
  const email = await newUser(stack);
  await openSignedIn(page, { stack, pages }, email, "account");
  await expect(page.getByText("Lives somewhere")).toBeVisible();
  await page.getByLabel("City").fill("London");
  const held = await holdUpdates(page);
  await press(page, "Save");
  await expect(page.getByText("Lives in London")).toBeVisible();
  const answered = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  held.letGo();
  await answered;

  stack.tenant.faults.add({ match: { method: "PATCH" }, fault: "html500" });
  await page.getByLabel("City").fill("Paris");
  await press(page, "Save");
  await expect(page.getByRole("alert")).toHaveText("That did not work.");
  await expect(page.getByText("Lives in London")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Lives in London")).toBeVisible();
});

test("an account is added once its owner has proved it, and taken away again", async ({
  page,
  stack,
  pages,
}) => {
  const [primary, secondary] = [await newUser(stack), await newUser(stack)];
  await openSignedIn(page, { stack, pages }, primary, "linked-accounts");
  const accounts = page.getByRole("listitem");
  await expect(accounts).toHaveCount(1);

  const first = page.waitForEvent("popup");
  await press(page, "Add another account");
  await (await first).close();
  await expect(page.getByRole("alert")).toHaveText("Nothing was changed. Please try again.");

  const second = page.waitForEvent("popup");
  await press(page, "Add another account");
  const popup = await second;
  await popup.locator("#username").fill(secondary);
  await popup.locator("#password").fill(password);
  await popup.locator("#go").click();
  await expect(
    page.getByRole("group", { name: `Add ${secondary} to this account?` }),
  ).toBeVisible();
  await press(page, "Add it");
  await expect(page.getByText("It is yours now.")).toBeVisible();
  await expect(accounts).toHaveCount(2);
  await press(page, "Unlink");
  await expect(accounts).toHaveCount(1);
  await expect(sessionLine(page)).toHaveText(`authenticated ${primary}`);
});
