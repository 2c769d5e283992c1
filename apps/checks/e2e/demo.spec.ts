import { expect, newEmail, signIn, test } from "./fixtures.js";
import { typeInto } from "./keyboard.js";

const password = "Long-enough-42";

test("sign up, reload and still be in, sign out", async ({ page, stack }) => {
  const email = newEmail();
  await page.goto(`${stack.app}/sign-up?returnTo=/account`);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("First name").fill("Ida");
  await page.getByLabel("Last name").fill("Rhodes");
  await page.getByLabel(/^I agree/).check();
  await page.getByRole("button", { name: "Create account", exact: true }).click();
  await expect(page).toHaveURL(`${stack.app}/account`);
  const name = page.getByRole("heading", { level: 1 });
  await expect(name).toBeVisible();

  await page.reload();
  await expect(name).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${stack.app}/`);
  await page.goto(`${stack.app}/account`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("log in in the page, see the claims, call the tenant with the access token", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/account`);
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Faccount$/);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/account`);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();

  const answer = page.getByRole("region", { name: "What the tenant says now" });
  await answer.getByRole("button").click();
  await expect(answer).toContainText(stack.user.email);

  const session = page.getByRole("region", { name: "Session" });
  await session.getByRole("button", { name: "Check session" }).click();
  await expect(session.getByRole("status")).toContainText("still signed in");
});

test("log in by redirect and land where the reader wanted to go", async ({ page, stack }) => {
  const target = "/account?from=mail";
  await page.goto(`${stack.app}/sign-in?via=redirect&returnTo=${encodeURIComponent(target)}`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(stack.app + target);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
});

test("log in at the token endpoint", async ({ page, stack }) => {
  await page.goto(`${stack.app}/sign-in?via=password-realm&returnTo=/account`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/account`);
});

test("a returnTo of another origin is not followed", async ({ page, stack }) => {
  await page.goto(`${stack.app}/sign-in?returnTo=${encodeURIComponent("https://evil.example/")}`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/`);
});

test("a wrong password says so at the form, keeps the e-mail, empties the password and moves focus", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/sign-in`);
  const canary = "canary-5d2e";
  await signIn(page, stack.user.email, canary);
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
  const field = page.getByLabel("Password", { exact: true });
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue(stack.user.email);
  expect(await page.content()).not.toContain(canary);

  await field.fill(stack.user.password);
  await field.press("Enter");
  await expect(page).toHaveURL(`${stack.app}/projects`);
});

test("an unknown user and a wrong password look alike", async ({ page, stack }) => {
  await page.goto(`${stack.app}/sign-in`);
  const card = page.locator("form");
  const seen: string[] = [];
  for (const email of [stack.user.email, newEmail()]) {
    await signIn(page, email, "wrong");
    await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
    await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
    seen.push((await card.innerHTML()).replaceAll(email, ""));
    await page.reload();
  }
  expect(seen[0]).toBe(seen[1]);
});

test("a second tab follows a login and a logout", async ({ page, context, stack }) => {
  const second = await context.newPage();
  await second.goto(`${stack.app}/sign-in?returnTo=/account`);
  await page.goto(`${stack.app}/sign-in?returnTo=/account`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/account`);
  await expect(second).toHaveURL(`${stack.app}/account`);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${stack.app}/`);
  await expect(second).toHaveURL(/\/sign-in/);
  await second.reload();
  await expect(second.getByLabel("E-mail")).toBeVisible();
});

test("with blocked third-party cookies it says so, and the hosted page is a way on", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.appElsewhere}/sign-in?returnTo=/account`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page.getByRole("alert")).toContainText("privacy settings");
  await page.getByRole("button", { name: "Continue on the sign-in page" }).click();

  await expect(page).toHaveURL((url) => url.origin === stack.tenant.url);
  await expect(page.locator("#username")).toHaveValue(stack.user.email);
  await page.locator("#password").fill(stack.user.password);
  await page.locator("#go").click();
  await expect(page).toHaveURL(`${stack.appElsewhere}/account`);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
});

test("the hosted sign-in page works from the start", async ({ page, stack }) => {
  await page.goto(`${stack.app}/sign-in?returnTo=/account`);
  await page.getByRole("button", { name: "Use the hosted sign-in page instead" }).click();
  await page.locator("#username").fill(stack.user.email);
  await page.locator("#password").fill("wrong");
  await page.locator("#go").click();
  await expect(page.locator("#username")).toHaveValue(stack.user.email);
  await page.locator("#password").fill(stack.user.password);
  await page.locator("#go").click();
  await expect(page).toHaveURL(`${stack.app}/account`);
});

test("keyboard alone signs in", async ({ page, stack }) => {
  await page.goto(`${stack.app}/sign-in?returnTo=/account`);
  await typeInto(page.getByLabel("E-mail"), stack.user.email);
  await typeInto(page.getByLabel("Password", { exact: true }), stack.user.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${stack.app}/account`);
});

test("with letters twice as large, a phone still scrolls in one direction only", async ({
  page,
  stack,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = async (path: string) => {
    await page.goto(stack.app + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    return page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
  };
  for (const path of ["/", "/sign-up", "/sign-in"]) expect(await overflow(path), path).toBe(0);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/projects`);
  for (const path of ["/projects", "/account"]) expect(await overflow(path), path).toBe(0);
});

test("nothing breaks the strictest policy", async ({ page, stack }) => {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      violations.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  const violations = () =>
    page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  await page.goto(`${stack.app}/sign-up`);
  await page.getByRole("button", { name: "Create account", exact: true }).click();
  expect(await violations()).toEqual([]);
  await page.goto(`${stack.app}/sign-in?returnTo=/account`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/account`);
  expect(await violations()).toEqual([]);
});
