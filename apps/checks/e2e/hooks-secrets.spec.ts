import type { Page } from "@playwright/test";
import { appCode } from "../harness/authenticator-app.js";
import { newEmail } from "./fixtures.js";
import { expect, openReact, sessionLine, test } from "./react-page.js";
import { leaksOf, watchTokens } from "./react-secrets.js";

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const recoveryCode = "RECOVERY2CODE4OF6SOMEBODY";

async function submit(page: Page, label: string, value: string, button: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** Waits for the session, then looks for what was typed and for every token that the page was given. */
async function expectNoLeaks(
  page: Page,
  { email, tokens, typed }: { email: string; tokens: string[]; typed: string[] },
): Promise<void> {
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  expect(tokens.length).toBeGreaterThanOrEqual(2);
  expect(await leaksOf(page, [...typed, ...tokens])).toEqual([]);
}

test("what a component keeps is found: the search can fail", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "leaky");
  expect(await leaksOf(page, [password])).toEqual([]);
  await page.getByLabel("Password").fill(password);
  expect(await leaksOf(page, [password])).toContainEqual(expect.stringContaining("memoizedState"));
  await page.reload();
  await expect(page.getByLabel("Password")).toHaveValue("");
  expect(await leaksOf(page, [password])).toEqual([]);
  await page.evaluate((secret) => localStorage.setItem("kept", `a ${secret}`), password);
  expect(await leaksOf(page, [password])).toEqual(["the page"]);
});

for (const scope of ["openid profile email", "openid profile email offline_access"]) {
  test(`a login with the scope ${scope} leaves neither password nor token`, async ({
    page,
    stack,
    pages,
  }) => {
    await openReact(page, { stack, pages }, "password-login", { config: { scope } });
    const tokens = await watchTokens(page);
    const { email, password: right } = stack.user;
    await page.getByLabel("E-mail").fill(email);
    await submit(page, "Password", "Wrong-password-42", "Sign in");
    await expect(page.getByRole("alert")).toBeVisible();
    expect(await leaksOf(page, ["Wrong-password-42"])).toEqual([]);
    await submit(page, "Password", right, "Sign in");
    await expectNoLeaks(page, { email, tokens, typed: [right, "Wrong-password-42"] });
  });
}

test("a sign-up leaves neither password nor token", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "sign-up");
  const tokens = await watchTokens(page);
  const email = newEmail();
  await page.getByLabel("E-mail").fill(email);
  await submit(page, "New password", "short-one", "Create account");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await leaksOf(page, ["short-one"])).toEqual([]);
  await submit(page, "New password", password, "Create account");
  await expectNoLeaks(page, { email, tokens, typed: [password] });
});

test("a login by a code leaves neither code nor token", async ({ page, stack, pages }) => {
  await openReact(page, { stack, pages }, "passwordless-code");
  const tokens = await watchTokens(page);
  const email = newEmail();
  await submit(page, "E-mail", email, "Continue");
  const { code = "" } = await stack.tenant.inbox.wait({ to: email });
  await page.getByLabel("Code").fill(code);
  expect(await leaksOf(page, [code])).toEqual([]);
  await submit(page, "Code", code, "Continue");
  await expectNoLeaks(page, { email, tokens, typed: [code] });
});

test("a second factor leaves neither password, code nor token", async ({ page, stack, pages }) => {
  const email = newEmail();
  const mfa = { totpSecret, recoveryCode };
  await stack.tenant.seed({ clients: [], users: [{ email, password, mfa }] });
  await openReact(page, { stack, pages }, "sign-in", { config: { loginVia: "password-realm" } });
  const tokens = await watchTokens(page);
  await page.getByLabel("E-mail").fill(email);
  await submit(page, "Password", password, "Sign in");
  await page.getByRole("button", { name: "Authenticator app" }).click();
  const code = appCode(totpSecret, stack.tenant.clock.now());
  await submit(page, "Code", code, "Continue");
  await expectNoLeaks(page, { email, tokens, typed: [password, code] });
});

test("the account page leaves no token, of the session or of the Management API", async ({
  page,
  stack,
  pages,
}) => {
  const email = newEmail();
  await stack.tenant.seed({ clients: [], users: [{ email, password }] });
  const first = await page.context().newPage();
  await openReact(first, { stack, pages }, "password-login");
  await first.getByLabel("E-mail").fill(email);
  await submit(first, "Password", password, "Sign in");
  await expect(sessionLine(first)).toHaveText(`authenticated ${email}`);
  const tokens = await watchTokens(page);
  await openReact(page, { stack, pages }, "account");
  await submit(page, "City", "London", "Save");
  await expect(page.getByText("Lives in London")).toBeVisible();
  await expect.poll(() => tokens.length).toBeGreaterThanOrEqual(4);
  await expectNoLeaks(page, { email, tokens, typed: [] });
});
