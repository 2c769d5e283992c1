import type { Page } from "@playwright/test";
import { appCode, wrongCode } from "../harness/authenticator-app.js";
import {
  calls,
  chooseAccount,
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  openSignedIn,
  password,
  press,
  sessionLine,
  test,
  totpSecret,
} from "./component-page.js";

// Every page of these tests is served under the recommended policy, and `quiet` fails a test whose page breaks it.

test("what breaks the policy would be noticed", async ({ page, site, noise }) => {
  await openComponent(page, site, "Login");
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await expect.poll(() => noise.join("\n")).toContain("policy: style-src-attr inline");
  noise.splice(0);
});

test("a login goes wrong, then right", async ({ page, site }) => {
  const email = await newUser(site);
  await openComponent(page, site, "Login", { traced: ["onAuthenticated", "onError"] });
  await fillIn(page, { "E-mail": email, Password: "Wrong-password-42" });
  await press(page, "Sign in");
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
  await fillIn(page, { Password: password });
  await press(page, "Sign in");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expect(calls(page)).toHaveText(["onError invalid_credentials", "onAuthenticated session"]);
});

const connections = ["google-oauth2", "github"];

test("a social login leaves the page and comes back", async ({ page, site }) => {
  await openComponent(page, site, "Login", { props: { connections } });
  await press(page, "Continue with Google");
  await chooseAccount(page, "Grace Hopper");
  await expect(sessionLine(page)).toHaveText("authenticated grace@example.com");
});

for (const app of ["Login", "SocialButtons"] as const) {
  test(`a social login in a window of its own, from ${app}`, async ({ page, site }) => {
    const mode = app === "Login" ? "socialMode" : "mode";
    const props = { connections, [mode]: "popup" };
    await openComponent(page, site, app, { props, traced: ["onAuthenticated", "onError"] });
    const first = page.waitForEvent("popup");
    await press(page, "Continue with GitHub");
    const cancelled = await first;
    await press(page, "Cancel");
    await expect.poll(() => cancelled.isClosed()).toBe(true);
    const opened = page.waitForEvent("popup");
    await press(page, "Continue with GitHub");
    await chooseAccount(await opened, "Margaret Hamilton");
    await expect(sessionLine(page)).toHaveText("authenticated margaret@example.com");
    await expect(calls(page)).toHaveText(["onAuthenticated session"]);
  });
}

test("a sign-up that says nothing of whether the address was new", async ({ page, site }) => {
  const email = newEmail();
  await openComponent(page, site, "Signup", { traced: ["onAccepted", "onLogin"] });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Create account");
  await expect(page.getByRole("heading", { name: "Look for our message" })).toBeVisible();
  await press(page, "Sign in now");
  await expect(calls(page)).toHaveText([`onAccepted ${email}`, `onLogin ${email}`]);
});

test("a sign-up that signs in", async ({ page, site }) => {
  const email = newEmail();
  await openComponent(page, site, "Signup", { props: { signIn: true } });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Create account");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a reset sends its mail", async ({ page, site }) => {
  const email = await newUser(site);
  await openComponent(page, site, "ResetPassword", { traced: ["onLogin"] });
  await fillIn(page, { "E-mail": email });
  await press(page, "Send link");
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
  await site.tenant.inbox.wait({ to: email, kind: "reset" });
  await press(page, "Back to sign in");
  await expect(calls(page)).toHaveText([`onLogin ${email}`]);
});

test("a code by e-mail goes wrong, then right", async ({ page, site }) => {
  const email = newEmail();
  await openComponent(page, site, "Passwordless");
  await fillIn(page, { "E-mail": email });
  await press(page, "Send code");
  const { code = "" } = await site.tenant.inbox.wait({ to: email });
  await fillIn(page, { Code: wrongCode(code) });
  await expect(page.getByText("That code is wrong or has run out.")).toBeVisible();
  await fillIn(page, { Code: code });
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a code by text message", async ({ page, site }) => {
  const number = `30${Math.floor(Math.random() * 1e8 + 1e7)}`;
  await openComponent(page, site, "Passwordless", { props: { channel: "phone" } });
  await page.getByLabel("Country").selectOption({ value: "DE" });
  await fillIn(page, { "Phone number": `0${number}` });
  await press(page, "Send code");
  const { code = "" } = await site.tenant.inbox.wait({ to: `+49${number}` });
  await fillIn(page, { Code: code });
  await expect(sessionLine(page)).toHaveText("authenticated");
});

test("a second factor by an app's code", async ({ page, site }) => {
  const email = await newUser(site, { mfa: { totpSecret } });
  await beginSecondFactor(page, email, () =>
    openComponent(page, site, "SecondFactor", { config: { loginVia: "password-realm" } }),
  );
  const code = appCode(totpSecret, site.tenant.clock.now());
  await fillIn(page, { Code: wrongCode(code) });
  await expect(page.getByText("That code is wrong or has run out.")).toBeVisible();
  await fillIn(page, { Code: code });
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a second factor is set up with a picture", async ({ page, site }) => {
  const email = await newUser(site, { mfaRequired: true });
  await beginSecondFactor(page, email, () =>
    openComponent(page, site, "SecondFactor", { config: { loginVia: "password-realm" } }),
  );
  await press(page, /^Authenticator app/);
  await keepRecoveryCode(page);
  await expect(page.getByRole("img", { name: "QR code to scan with the app" })).toBeVisible();
  const key = (await page.getByRole("code").textContent()) ?? "";
  await fillIn(page, { Code: appCode(key.replaceAll(/\s/g, ""), site.tenant.clock.now()) });
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

async function beginSecondFactor(page: Page, email: string, open: () => Promise<void>) {
  await open();
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
}

async function keepRecoveryCode(page: Page): Promise<void> {
  await page.getByLabel("I've put it in a safe place").check();
  await press(page, "Continue");
}

test("an account is linked in a window, and unlinked", async ({ page, site }) => {
  const [email, name] = [await newUser(site), "Konrad Zuse"];
  const props = { connections: ["github"] };
  await openSignedIn(page, site, email, "Account", { props, traced: ["onLinked", "onUnlinked"] });
  const opened = page.waitForEvent("popup");
  await press(page, "Link GitHub");
  await chooseAccount(await opened, name);
  await press(page, "Link accounts");
  await expect(calls(page)).toHaveCount(1);
  await press(page, "Undo");
  await expect(calls(page)).toHaveCount(2);
});

test("an account is linked by a code, without leaving the page", async ({ page, site }) => {
  const [email, other] = [await newUser(site), newEmail()];
  const props = { passwordless: "email" };
  await openSignedIn(page, site, email, "Account", { props, traced: ["onLinked"] });
  await press(page, "Link an e-mail address");
  await fillIn(page, { "E-mail": other });
  await press(page, "Send code");
  const { code = "" } = await site.tenant.inbox.wait({ to: other });
  await fillIn(page, { Code: code });
  await press(page, "Link accounts");
  await expect(calls(page)).toHaveCount(1);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("the user menu signs out", async ({ page, site }) => {
  const email = await newUser(site);
  const menu = { logoutParams: { returnTo: site.page } };
  await openSignedIn(page, site, email, "Account", { props: { menu } });
  await press(page, /^Account of/);
  await press(page, "Sign out");
  await expect(sessionLine(page)).toHaveText("anonymous");
});

for (const dialog of [false, true]) {
  test(`the whole panel, ${dialog ? "in a dialog" : "in the page"}`, async ({ page, site }) => {
    const email = await newUser(site);
    const props = { dialog, open: true, connections };
    await openComponent(page, site, "AuthPanel", { props, traced: ["onAuthenticated"] });
    await page.getByRole("tab", { name: "Create account" }).click();
    await fillIn(page, { "E-mail": email });
    await page.getByRole("tab", { name: "Sign in" }).click();
    await press(page, "Forgot password?");
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await press(page, "Back");
    await fillIn(page, { Password: password });
    await press(page, "Sign in");
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
    await expect(page.getByText(/You're signed in as/)).toBeVisible();
    await expect(calls(page)).toHaveText(["onAuthenticated session"]);
  });
}

test("the whole panel, with a second factor", async ({ page, site }) => {
  const email = await newUser(site, { mfa: { totpSecret } });
  const config = { loginVia: "password-realm" } as const;
  await openComponent(page, site, "AuthPanel", { config, traced: ["onAuthenticated"] });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
  await fillIn(page, { Code: appCode(totpSecret, site.tenant.clock.now()) });
  await expect(page.getByText(/You're signed in as/)).toBeVisible();
  await expect(calls(page)).toHaveText(["onAuthenticated session"]);
});
