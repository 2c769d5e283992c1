import { appCode } from "../harness/authenticator-app.js";
import { expect, newEmail, test } from "./fixtures.js";
import { arrivedAt, pressKey, typeInto } from "./keyboard.js";

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const recoveryCode = "KEEP2THIS4CODE6FOR8THE9DAY";

test("the page of hooks alone signs in by keyboard, after a wrong password that it forgets", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/sign-in/your-own?returnTo=/account`);
  const field = page.getByLabel("Password");
  await typeInto(page.getByLabel("E-mail"), stack.user.email);
  await typeInto(field, "canary-77c1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don’t match.");
  await arrivedAt(field);
  await expect(field).toHaveValue("");
  expect(await page.content()).not.toContain("canary-77c1");
  await page.keyboard.type(stack.user.password);
  await pressKey(page.getByRole("button", { name: "Sign in" }));
  await expect(page).toHaveURL(`${stack.app}/account`);
});

test("it hands over to the second step, and shows a new recovery code before it goes on", async ({
  page,
  stack,
}) => {
  const email = newEmail();
  await stack.tenant.seed({
    clients: [],
    users: [{ email, password, mfa: { totpSecret, recoveryCode } }],
  });
  await page.goto(`${stack.app}/sign-in/your-own`);
  const signIn = async () => {
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.keyboard.press("Enter");
  };
  await signIn();
  await page.getByRole("button", { name: "Authenticator app" }).click();
  const code = page.getByLabel("Code of your app");
  await expect(code).toBeFocused();
  await code.fill("000000");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("That code isn’t right. Try the newest one.");
  await expect(code).toHaveValue("");
  await code.fill(appCode(totpSecret, stack.tenant.clock.now()));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${stack.app}/projects`);

  await page.goto(`${stack.app}/sign-in/your-own`);
  await signIn();
  await page.getByRole("button", { name: "Recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Your new recovery code" })).toBeFocused();
  await page.getByRole("button", { name: "I’ve kept it" }).click();
  await expect(page).toHaveURL(`${stack.app}/projects`);
});

test("it sets up an app for an account that needs one", async ({ page, stack }) => {
  const email = newEmail();
  await stack.tenant.seed({ clients: [], users: [{ email, password, mfaRequired: true }] });
  await page.goto(`${stack.app}/sign-in/your-own`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const secret = await page.locator("code").first().innerText();
  await page.getByLabel("Code of your app").fill(appCode(secret, stack.tenant.clock.now()));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${stack.app}/projects`);
});

test("it tells what the tenant's limits and a lost connection mean, and leads to the hosted page", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/sign-in/your-own?returnTo=/account`);
  const attempt = async () => {
    await page.getByLabel("E-mail").fill(stack.user.email);
    await page.getByLabel("Password").fill(stack.user.password);
    await page.keyboard.press("Enter");
  };
  const match = { path: "/oauth/token" };
  stack.tenant.faults.add({ match, fault: { kind: "429-global", retryAfter: 45 } });
  await attempt();
  await expect(page.getByRole("alert")).toHaveText(/^That was too often\. Wait \d+ s\.$/);
  stack.tenant.faults.add({ match, fault: "network", times: 2 });
  await attempt();
  await expect(page.getByRole("alert")).toContainText("Check your connection.");
  await page.getByRole("button", { name: "Use the hosted page" }).click();
  await expect(page.locator("#username")).toBeVisible();
});
