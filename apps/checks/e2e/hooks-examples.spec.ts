import type { Page } from "@playwright/test";
import { newEmail, requestsTo, signInAtTenant } from "./fixtures.js";
import { expect, openReact, sessionLine, test } from "./react-page.js";

const password = "Long-enough-42";

async function submit(page: Page, fields: Readonly<Record<string, string>>, button: string) {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** Six digits that are not this code. */
const wrong = (otp: string) => (otp === "111111" ? "222222" : "111111");

test("the password login tells what is wrong, then signs in", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "password-login");
  const { email, password: right } = stack.user;
  await submit(page, { "E-mail": email, Password: "wrong" }, "Sign in");
  await expect(page.getByRole("alert")).toHaveText("Wrong e-mail address or password.");
  await submit(page, { "E-mail": email, Password: right }, "Sign in");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("the password login has a way to the tenant's page", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "password-login");
  await page.getByRole("button", { name: "Use the sign-in page instead" }).click();
  await signInAtTenant(page, stack);
  await expect(sessionLine(page)).toHaveText(`authenticated ${stack.user.email}`);
});

test("the sign-up lists the rules that a password breaks, then creates the account", async ({
  page,
  stack,
  pages,
}) => {
  await openReact(page, { stack, pages }, "sign-up");
  const email = newEmail();
  await submit(page, { "E-mail": email, "New password": "short" }, "Create account");
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("listitem")).toHaveText([
    "length at least 8",
    "contains at least 3",
    "upper case",
    "numbers",
    "special characters",
  ]);
  await submit(page, { "E-mail": email, "New password": password }, "Create account");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("the sign-up says so where no account could be made", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "sign-up");
  await submit(page, { "E-mail": stack.user.email, "New password": password }, "Create account");
  await expect(page.getByRole("alert")).toHaveText("No account was created.");
});

test("a code by e-mail is refused when it is wrong, and signs in when it is right", async ({
  page,
  stack,
  pages,
}) => {
  await openReact(page, { stack, pages }, "passwordless-code");
  const email = newEmail();
  await submit(page, { "E-mail": email }, "Continue");
  const { code = "" } = await stack.tenant.inbox.wait({ to: email });
  await expect(page.getByRole("group", { name: `We sent a code to ${email}` })).toBeVisible();
  await submit(page, { Code: wrong(code) }, "Continue");
  await expect(page.getByRole("alert")).toHaveText("Wrong code.");
  await submit(page, { Code: code }, "Continue");
  await expect(page.getByText("Welcome.")).toBeVisible();
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a code is sent again when the countdown is over", async ({ page, stack, pages }) => {
  await page.clock.install();
  await openReact(page, { stack, pages }, "passwordless-code");
  const email = newEmail();
  await submit(page, { "E-mail": email }, "Continue");
  const { id: after } = await stack.tenant.inbox.wait({ to: email });
  const again = page.getByRole("button", { name: /^Send again/ });
  await expect(again).toHaveText(/^Send again in (29|30) s$/);
  await expect(again).toBeDisabled();
  await page.clock.runFor(31_000);
  await expect(again).toHaveText("Send again");
  stack.tenant.faults.add({ match: { path: "/passwordless/start" }, fault: "html500" });
  await again.click();
  await expect(page.getByRole("alert")).toHaveText("Please try again.");
  await again.click();
  const { code = "" } = await stack.tenant.inbox.wait({ to: email, after });
  await expect(again).toHaveText(/^Send again in \d+ s$/);
  await submit(page, { Code: code }, "Continue");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a link by e-mail signs in where it is opened", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "passwordless-link");
  await submit(page, { "E-mail": "nobody@localhost" }, "Send me a link");
  await expect(page.getByRole("alert")).toHaveText("This is no address.");
  const email = newEmail();
  await submit(page, { "E-mail": email }, "Send me a link");
  await expect(page.getByRole("status")).toContainText(`We sent a link to ${email}.`);
  const { url = "" } = await stack.tenant.inbox.wait({ to: email, kind: "link" });
  await page.goto(url);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expect(page).toHaveURL(pages.page);
});

test("an account at Google signs in by a window, and is the last used one next time", async ({
  page,
  stack,
  pages,
}) => {
  await openReact(page, { stack, pages }, "social-buttons", {
    config: { rememberLastSignIn: true },
  });
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Google", exact: true }).click();
  await (await opened).getByRole("button", { name: "Grace Hopper" }).click();
  await expect(sessionLine(page)).toHaveText("authenticated grace@example.com");
  await expect(page.getByRole("button", { name: "Google last used" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Google last used" })).toBeVisible();
  await expect(page.getByRole("button", { name: "GitHub", exact: true })).toBeVisible();
});

test("an account at GitHub signs in by a redirect", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "social-buttons");
  await page.getByRole("button", { name: "GitHub without a window" }).click();
  await page.getByRole("button", { name: "Margaret Hamilton" }).click();
  await expect(sessionLine(page)).toHaveText("authenticated margaret@example.com");
  await expect(page).toHaveURL(pages.page);
});

test("a window that is blocked or closed is told of, and another way goes on", async ({
  page,
  stack,
  pages,
}) => {
  await page.clock.install();
  await openReact(page, { stack, pages }, "social-buttons");
  const google = page.getByRole("button", { name: "Google", exact: true });
  const opened = page.waitForEvent("popup");
  await google.click();
  const popup = await opened;
  await expect(popup.getByRole("button", { name: "Grace Hopper" })).toBeVisible();
  // A window that is gone sooner could have been cut off.
  await page.clock.runFor(1000);
  await popup.close();
  await expect(page.getByRole("alert")).toHaveText(/You closed the window/);
  await page.evaluate(() => Object.assign(window, { open: () => null }));
  await google.click();
  await expect(page.getByRole("alert")).toHaveText(/Your browser blocked the window/);
  await page.getByRole("button", { name: "Google without a window" }).click();
  await page.getByRole("button", { name: "Grace Hopper" }).click();
  await expect(sessionLine(page)).toHaveText("authenticated grace@example.com");
});

test("a reset mails its link, and a failure may be tried again", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "reset-password");
  const { email } = stack.user;
  const path = "/dbconnections/change_password";
  stack.tenant.faults.add({ match: { path }, fault: "network" });
  await submit(page, { "E-mail": email }, "Send me a link");
  await expect(page.getByRole("alert")).toHaveText("No mail was sent. Please try again.");
  stack.tenant.clearRequests();
  await submit(page, { "E-mail": email }, "Send me a link");
  await expect(page.getByRole("status")).toContainText(email);
  expect(requestsTo(stack)).toEqual([`POST ${path}`]);
  expect(stack.tenant.inbox.list({ to: email })[0]).toMatchObject({ kind: "reset" });
  await page.getByRole("button", { name: "Use another address" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue("");
});
