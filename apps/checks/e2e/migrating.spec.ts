import type { Page } from "@playwright/test";
import { newEmail } from "./fixtures.js";
import { ada, expect, fillIn, openExample, press, signInAtTenant, test } from "./migrating-page.js";

const signIn = (page: Page, { email, password } = ada) =>
  fillIn(page, { "E-mail": email, Password: password }).then(() => press(page, "Sign in"));

test.describe("an app for @auth0/auth0-react", () => {
  for (const name of ["before/auth0-react-app", "auth0-react-app", "auth0-react-own"]) {
    test(`signs in, asks its API and signs out as ${name}`, async ({ page, site }) => {
      await openExample(page, site, name);
      await press(page, "Sign in");
      await signInAtTenant(page);
      await expect(page.getByText(`Hello ${ada.email}`)).toBeVisible();
      await press(page, "Load orders");
      await expect(page.getByText("Two orders")).toBeVisible();
      await press(page, "Sign out");
      await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
      await expect(page).toHaveURL(`${site.origin}/`);
    });
  }
});

test.describe("an app that had auth0-js", () => {
  for (const [name, parts] of [
    ["auth0-js-engine", 1],
    ["auth0-js-login", 0],
  ] as const) {
    test(`signs in by its own form as ${name}`, async ({ page, site }) => {
      const scripts: string[] = [];
      page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
      await openExample(page, site, name);
      await signIn(page, { email: newEmail(), password: "wrong" });
      await expect(page.getByRole("alert")).toHaveText("invalid_credentials");
      await signIn(page);
      await expect(page.getByText(`Hello ${ada.email}`)).toBeVisible();
      expect(scripts.filter((path) => /^\/assets\/auth0\.min.*\.js$/.test(path))).toHaveLength(
        parts,
      );
    });
  }

  test("leaves for Google and comes back as auth0-js-redirect", async ({ page, site }) => {
    await openExample(page, site, "auth0-js-redirect");
    await press(page, "Sign in with Google");
    await page.getByRole("button", { name: "Grace Hopper" }).click();
    await expect(page.getByText("Hello Grace Hopper")).toBeVisible();
    await press(page, "Sign out");
    await expect(page.getByRole("button", { name: "Sign in with Google" })).toBeVisible();
  });

  test("signs in by a code as auth0-js-passwordless", async ({ page, site }) => {
    await openExample(page, site, "auth0-js-passwordless");
    const email = newEmail();
    await fillIn(page, { "E-mail": email });
    await press(page, "Continue");
    const { code = "" } = await site.tenant.inbox.wait({ to: email });
    await fillIn(page, { Code: code === "111111" ? "222222" : "111111" });
    await press(page, "Continue");
    await expect(page.getByRole("alert")).toHaveText("invalid_otp");
    await fillIn(page, { Code: code });
    await press(page, "Continue");
    await expect(page.getByText(`Hello ${email}`)).toBeVisible();
  });

  test("changes metadata as auth0-js-metadata", async ({ page, site }) => {
    const user = { email: newEmail(), password: "Long-enough-42" };
    await site.tenant.seed({ clients: [], users: [user] });
    await openExample(page, site, "auth0-js-metadata");
    await page.locator("#username").fill(user.email);
    await page.locator("#password").fill(user.password);
    await page.locator("#go").click();
    await expect(page.getByText("Theme: light")).toBeVisible();
    const written = page.waitForResponse((response) => response.request().method() === "PATCH");
    await press(page, "Dark");
    await expect(page.getByText("Theme: dark")).toBeVisible();
    await written;
    await page.reload();
    await expect(page.getByText("Theme: dark")).toBeVisible();
  });
});

test.describe("an app that had Lock", () => {
  test("has a panel in its page as lock-panel", async ({ page, site, noise }) => {
    await page.route("**/logo.svg", (route) =>
      route.fulfill({
        contentType: "image/svg+xml",
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      }),
    );
    await openExample(page, site, "lock-panel");
    await expect(page.getByRole("heading", { name: "Werkstatt" })).toBeVisible();
    await expect(page.getByRole("button", { name: /Google/ })).toBeVisible();
    await expect(page.getByRole("tab")).toHaveCount(0);
    await expect(page.getByLabel("E-Mail")).toHaveValue(ada.email);
    await page.getByLabel("Passwort", { exact: true }).fill("wrong");
    await press(page, "Anmelden");
    await expect(page.getByText("E-Mail und Passwort passen nicht zusammen.")).toBeVisible();
    await page.getByLabel("Passwort", { exact: true }).fill(ada.password);
    await press(page, "Anmelden");
    await expect(page.getByText(`Hallo ${ada.email}`)).toBeVisible();
    expect(noise.splice(0)).toEqual([
      "refused invalid_credentials",
      expect.stringMatching(/^signed in auth0\|/),
    ]);
  });

  test("has a dialog as lock-dialog", async ({ page, site }) => {
    await openExample(page, site, "lock-dialog");
    await press(page, "Open");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await press(page, "Open");
    await signIn(page);
    await press(page, `Sign out ${ada.email}`);
    await expect(page.getByRole("button", { name: "Open" })).toBeVisible();
  });

  test("asks a new user for more as lock-signup-fields", async ({ page, site }) => {
    await openExample(page, site, "lock-signup-fields");
    const email = newEmail();
    await fillIn(page, { "E-mail": email, Password: "Long-enough-42", "First name": "Mary" });
    await page.getByLabel("Team").selectOption("Blue");
    await page.getByLabel("Send me the monthly letter").check();
    await page.getByLabel("I agree to the terms").check();
    const sent = page.waitForRequest("**/dbconnections/signup");
    await press(page, "Create account");
    const signup = await sent;
    await expect(page.getByText("Hello Mary")).toBeVisible();
    expect(signup.postDataJSON()).toMatchObject({
      given_name: "Mary",
      user_metadata: { team: "blue", newsletter: "true", campaign: "spring" },
    });
  });

  test("signs in by a code as lock-passwordless", async ({ page, site }) => {
    await openExample(page, site, "lock-passwordless");
    const email = newEmail();
    await fillIn(page, { "E-mail": email });
    await press(page, "Send code");
    const { code = "" } = await site.tenant.inbox.wait({ to: email });
    await page.getByRole("textbox", { name: "Code" }).fill(code);
    await expect(page.getByText(`Hello ${email}`)).toBeVisible();
  });
});
