import type { Page } from "@playwright/test";
import { appCode } from "../harness/authenticator-app.js";
import {
  calls,
  expect,
  newEmail,
  newUser,
  openComponent,
  openSignedIn,
  password,
  sessionLine,
  test,
  totpSecret,
} from "./component-page.js";
import { arrivedAt, pressKey, tabTo, typeInto } from "./keyboard.js";

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const connections = ["google-oauth2", "github"];

test("a focus that cannot be seen would be noticed", async ({ page, site }) => {
  await openComponent(page, site, "Login");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.insertRule("* { outline: none !important; }");
    document.adoptedStyleSheets = [sheet];
  });
  await expect(tabTo(field(page, "E-mail"))).rejects.toThrow("isSeen");
});

test("a login goes wrong, is corrected and ends", async ({ page, site }) => {
  const email = await newUser(site);
  await openComponent(page, site, "Login", { traced: ["onForgotPassword", "onSignup"] });
  await pressKey(button(page, "Sign in"));
  await arrivedAt(field(page, "E-mail"));
  await page.keyboard.type(email);
  await typeInto(field(page, "Password"), "Wrong-password-42");
  await pressKey(button(page, "Show password"), "Space");
  await expect(field(page, "Password")).toHaveAttribute("type", "text");
  await pressKey(button(page, "Sign in"), "Space");
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
  await arrivedAt(field(page, "Password"));
  await expect(field(page, "Password")).toHaveValue("");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("every way that leads on from a login can be reached", async ({ page, site }) => {
  const traced = ["onForgotPassword", "onSignup", "onPasswordless"];
  await openComponent(page, site, "Login", { props: { connections }, traced });
  await pressKey(button(page, "Forgot password?"));
  await pressKey(button(page, "Sign in with a code instead"), "Space");
  await pressKey(button(page, "Create an account"));
  await expect(calls(page)).toHaveText(["onForgotPassword", "onPasswordless", "onSignup"]);
  await pressKey(button(page, "Continue with Google"));
  await pressKey(page.getByRole("button", { name: "Grace Hopper" }));
  await expect(sessionLine(page)).toHaveText("authenticated grace@example.com");
});

test("providers that are folded away unfold, and a window is cancelled and opened again", async ({
  page,
  site,
}) => {
  const many = ["apple", "windowslive", "facebook", "twitter", "google-oauth2", "github"];
  await openComponent(page, site, "SocialButtons", { props: { connections: many, mode: "popup" } });
  await pressKey(button(page, "More ways to sign in"));
  await arrivedAt(button(page, "Continue with Google"));
  const first = page.waitForEvent("popup");
  await pressKey(button(page, "Continue with GitHub"), "Space");
  const cancelled = await first;
  await page.bringToFront();
  await pressKey(button(page, "Cancel"));
  await expect.poll(() => cancelled.isClosed()).toBe(true);
  const second = page.waitForEvent("popup");
  await pressKey(button(page, "Continue with GitHub"));
  await pressKey((await second).getByRole("button", { name: "Margaret Hamilton" }));
  await expect(sessionLine(page)).toHaveText("authenticated margaret@example.com");
});

test("a sign-up with terms, and the way on from it", async ({ page, site }) => {
  const email = newEmail();
  const props = { terms: "I agree to the terms.", termsRequired: true };
  await openComponent(page, site, "Signup", { props, traced: ["onLogin"] });
  await typeInto(field(page, "E-mail"), email);
  await typeInto(field(page, "Password"), password);
  await page.keyboard.press("Enter");
  const terms = page.getByRole("checkbox", { name: "I agree to the terms." });
  await arrivedAt(terms);
  await page.keyboard.press("Space");
  await expect(terms).toBeChecked();
  await pressKey(button(page, "Create account"));
  await expect(page.getByRole("region", { name: "Look for our message" })).toBeFocused();
  await pressKey(button(page, "Sign in now"));
  await expect(calls(page)).toHaveText([`onLogin ${email}`]);
});

test("a reset, and the way back", async ({ page, site }) => {
  const email = newEmail();
  await openComponent(page, site, "ResetPassword", { traced: ["onLogin"] });
  await typeInto(field(page, "E-mail"), email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Check your inbox" })).toBeFocused();
  await pressKey(button(page, "Back to sign in"));
  await expect(calls(page)).toHaveText([`onLogin ${email}`]);
});

test("a code by e-mail: another address, then the code", async ({ page, site }) => {
  const [mistyped, email] = [newEmail(), newEmail()];
  await openComponent(page, site, "Passwordless", { props: { channel: "either" } });
  await typeInto(field(page, "E-mail"), mistyped);
  await page.keyboard.press("Enter");
  await arrivedAt(field(page, "Code"));
  await pressKey(button(page, "Use another address"));
  await arrivedAt(field(page, "E-mail"));
  await expect(field(page, "E-mail")).toHaveValue(mistyped);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await arrivedAt(field(page, "Code"));
  const { code = "" } = await site.tenant.inbox.wait({ to: email });
  await page.keyboard.type(code);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a code by text message, with the country chosen by its name", async ({ page, site }) => {
  const number = `30${Math.floor(Math.random() * 1e8 + 1e7)}`;
  await openComponent(page, site, "Passwordless", { props: { channel: "phone" } });
  await typeInto(field(page, "Country"), "Germ");
  await expect(field(page, "Country")).toHaveValue("DE");
  await typeInto(field(page, "Phone number"), `0${number}`);
  await page.keyboard.press("Enter");
  await arrivedAt(field(page, "Code"));
  const { code = "" } = await site.tenant.inbox.wait({ to: `+49${number}` });
  await page.keyboard.type(code);
  await expect(sessionLine(page)).toHaveText("authenticated");
});

test("a second factor: another way, and back to the code", async ({ page, site }) => {
  const mfa = { totpSecret, email: newEmail() };
  const email = await newUser(site, { mfa });
  await openComponent(page, site, "SecondFactor", { config: { loginVia: "password-realm" } });
  await typeInto(field(page, "E-mail"), email);
  await typeInto(field(page, "Password"), password);
  await page.keyboard.press("Enter");
  await pressKey(button(page, /^Authenticator app/));
  await arrivedAt(field(page, "Code"));
  await pressKey(button(page, "Try another way"));
  await pressKey(button(page, /^Authenticator app/), "Space");
  await arrivedAt(field(page, "Code"));
  await page.keyboard.type(appCode(totpSecret, site.tenant.clock.now()));
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("a second factor is set up", async ({ page, site }) => {
  const email = await newUser(site, { mfaRequired: true });
  await openComponent(page, site, "SecondFactor", { config: { loginVia: "password-realm" } });
  await typeInto(field(page, "E-mail"), email);
  await typeInto(field(page, "Password"), password);
  await page.keyboard.press("Enter");
  await pressKey(button(page, /^Authenticator app/));
  await pressKey(button(page, "Continue"));
  await arrivedAt(field(page, "I've put it in a safe place"));
  await page.keyboard.press("Space");
  await pressKey(button(page, "Continue"));
  const key = (await page.getByRole("code").textContent()) ?? "";
  await typeInto(field(page, "Code"), appCode(key.replaceAll(/\s/g, ""), site.tenant.clock.now()));
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("an account is linked, and unlinked after a question", async ({ page, site }) => {
  const email = await newUser(site);
  const props = { connections: ["github"] };
  await openSignedIn(page, site, email, "Account", { props, traced: ["onLinked", "onUnlinked"] });
  const opened = page.waitForEvent("popup");
  await pressKey(button(page, "Link GitHub"));
  await pressKey((await opened).getByRole("button", { name: "Konrad Zuse" }));
  await page.bringToFront();
  await pressKey(button(page, "Cancel"));
  await expect(button(page, "Link GitHub")).toBeVisible();
  const again = page.waitForEvent("popup");
  await pressKey(button(page, "Link GitHub"));
  await pressKey((await again).getByRole("button", { name: "Konrad Zuse" }));
  await page.bringToFront();
  await pressKey(button(page, "Link accounts"));
  await expect(calls(page)).toHaveCount(1);
  await pressKey(button(page, /^Unlink /));
  await pressKey(button(page, "Unlink"));
  await expect(calls(page)).toHaveCount(2);
  await expect(button(page, "Link GitHub")).toBeVisible();
});

test("the user menu opens, closes with Escape and signs out", async ({ page, site }) => {
  const email = await newUser(site);
  const menu = { logoutParams: { returnTo: site.page } };
  await openSignedIn(page, site, email, "Account", { props: { menu } });
  const opener = button(page, /^Account of/);
  await pressKey(opener);
  await expect(button(page, "Sign out")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button(page, "Sign out")).toBeHidden();
  await arrivedAt(opener);
  await page.keyboard.press("Space");
  await pressKey(button(page, "Sign out"));
  await expect(sessionLine(page)).toHaveText("anonymous");
});

test("the panel's tabs answer to arrows, and the e-mail goes along", async ({ page, site }) => {
  const email = await newUser(site);
  await openComponent(page, site, "AuthPanel", { props: { connections } });
  const tab = (name: string) => page.getByRole("tab", { name });
  await tabTo(tab("Sign in"));
  await page.keyboard.press("ArrowRight");
  await arrivedAt(tab("Create account"));
  await typeInto(field(page, "E-mail"), email);
  await page.keyboard.press("Shift+Tab");
  while (!(await tab("Create account").evaluate((one) => one === document.activeElement))) {
    await page.keyboard.press("Shift+Tab");
  }
  await page.keyboard.press("ArrowLeft");
  await arrivedAt(tab("Sign in"));
  await expect(field(page, "E-mail")).toHaveValue(email);
  await typeInto(field(page, "Password"), password);
  await page.keyboard.press("Enter");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("the panel's dialog keeps the focus, closes with Escape and gives it back", async ({
  page,
  site,
}) => {
  await openComponent(page, site, "Opener");
  const opener = button(page, "Open");
  await pressKey(opener);
  await arrivedAt(field(page, "E-mail"));
  const dialog = page.getByRole("dialog");
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press("Tab");
    expect(
      await dialog.evaluate(
        (element) =>
          element.contains(document.activeElement) || document.activeElement === document.body,
      ),
    ).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await arrivedAt(opener);
});
