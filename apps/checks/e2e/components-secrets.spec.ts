import type { Page } from "@playwright/test";
import { appCode, wrongCode } from "../harness/authenticator-app.js";
import {
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  password,
  press,
  sessionLine,
  test,
  totpSecret,
} from "./component-page.js";
import { keptByPage } from "./core-page.js";
import { leaksOf, watchTokens } from "./react-secrets.js";

// What a page writes to the console fails every one of these tests, whatever it is.

const wrong = "Wrong-password-42";

/** Gathers every address that the page and its frames ask for, from now on. */
function watchAddresses(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(decodeURIComponent(request.url())));
  return asked;
}

interface Searched {
  /** What was typed, and the tokens. */
  readonly secrets: readonly string[];
  /** What the tenant gave to be shown to the reader, which comes from the hook that asked for it. */
  readonly shown?: readonly string[];
  readonly asked: readonly string[];
}

/** Looks for secrets everywhere, then takes the app out of the page and looks again. */
async function expectNoLeaks(page: Page, searched: Searched): Promise<void> {
  const { secrets, shown = [], asked } = searched;
  const everywhere = async () => {
    const text = [await page.content(), await keptByPage(page), ...asked].join("\n");
    return [...secrets, ...shown].filter((secret) => text.includes(secret));
  };
  expect(await leaksOf(page, secrets)).toEqual([]);
  expect(await everywhere()).toEqual([]);
  await page.evaluate(() => window.unmount?.());
  await expect(page.locator("#root")).toBeEmpty();
  expect(await everywhere()).toEqual([]);
}

for (const app of ["Login", "AuthPanel"] as const) {
  test(`${app} keeps no password, wrong or right, and no token`, async ({ page, site }) => {
    const email = await newUser(site);
    const asked = watchAddresses(page);
    await openComponent(page, site, app);
    const tokens = await watchTokens(page);
    await fillIn(page, { "E-mail": email, Password: wrong });
    expect(await leaksOf(page, [wrong])).toEqual([]);
    await press(page, "Show password");
    expect(await leaksOf(page, [wrong])).toEqual([]);
    await press(page, "Sign in");
    await expect(page.getByRole("alert").first()).toHaveText(/don't match/);
    expect(await leaksOf(page, [wrong])).toEqual([]);
    await fillIn(page, { Password: password });
    await press(page, "Sign in");
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
    expect(tokens.length).toBeGreaterThan(1);
    await expectNoLeaks(page, { secrets: [wrong, password, ...tokens], asked });
  });
}

test("a login that is taken out of the page in flight keeps no password", async ({
  page,
  site,
}) => {
  const email = await newUser(site);
  const asked = watchAddresses(page);
  await openComponent(page, site, "Login");
  await fillIn(page, { "E-mail": email, Password: password });
  site.tenant.faults.add({ match: { path: "/co/authenticate", username: email }, fault: "hang" });
  const sent = page.waitForRequest("**/co/authenticate");
  await press(page, "Sign in");
  await sent;
  await expectNoLeaks(page, { secrets: [password], asked });
});

test("a sign-up keeps no password, refused or taken, and no token", async ({ page, site }) => {
  const email = newEmail();
  const asked = watchAddresses(page);
  await openComponent(page, site, "Signup", { props: { signIn: true } });
  const tokens = await watchTokens(page);
  await fillIn(page, { "E-mail": email, Password: "short-1" });
  await press(page, "Create account");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await fillIn(page, { Password: password });
  await press(page, "Create account");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expectNoLeaks(page, { secrets: ["short-1", password, ...tokens], asked });
});

test("a sign-up that hides whether the address was new keeps no password", async ({
  page,
  site,
}) => {
  const email = await newUser(site);
  const asked = watchAddresses(page);
  await openComponent(page, site, "Signup");
  await fillIn(page, { "E-mail": email, Password: wrong });
  await press(page, "Create account");
  await expect(page.getByRole("heading", { name: "Look for our message" })).toBeVisible();
  await expectNoLeaks(page, { secrets: [wrong], asked });
});

test("a login by a code keeps no code, wrong or right, and no token", async ({ page, site }) => {
  const email = newEmail();
  const asked = watchAddresses(page);
  await openComponent(page, site, "Passwordless");
  const tokens = await watchTokens(page);
  await fillIn(page, { "E-mail": email });
  await press(page, "Send code");
  const { code = "" } = await site.tenant.inbox.wait({ to: email });
  await fillIn(page, { Code: wrongCode(code) });
  await expect(page.getByText("That code is wrong or has run out.")).toBeVisible();
  expect(await leaksOf(page, [wrongCode(code)])).toEqual([]);
  await fillIn(page, { Code: code });
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expectNoLeaks(page, { secrets: [code, wrongCode(code), ...tokens], asked });
});

test("a second factor keeps no password, code or token, and its recovery code no longer than it is shown", async ({
  page,
  site,
}) => {
  const recoveryCode = "RECOVERY2CODE4OF6SOMEBODY";
  const email = await newUser(site, { mfa: { totpSecret, recoveryCode } });
  const asked = watchAddresses(page);
  await openComponent(page, site, "SecondFactor", { config: { loginVia: "password-realm" } });
  const tokens = await watchTokens(page);
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
  const code = wrongCode(appCode(totpSecret, site.tenant.clock.now()));
  await fillIn(page, { Code: code });
  await expect(page.getByText("That code is wrong or has run out.")).toBeVisible();
  expect(await leaksOf(page, [code])).toEqual([]);
  await press(page, "Use a recovery code");
  await fillIn(page, { "Recovery code": recoveryCode });
  await press(page, "Continue");
  const next = (await page.getByRole("code").textContent()) ?? "";
  expect(await leaksOf(page, [recoveryCode, password, ...tokens])).toEqual([]);
  await page.getByLabel("I've put it in a safe place").check();
  await press(page, "Continue");
  await expect(page.getByRole("code")).toHaveCount(0);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expectNoLeaks(page, {
    secrets: [password, code, recoveryCode, ...tokens],
    shown: [next],
    asked,
  });
});

test("a second factor that is set up stands nowhere but where it is shown", async ({
  page,
  site,
}) => {
  const email = await newUser(site, { mfaRequired: true });
  const asked = watchAddresses(page);
  await openComponent(page, site, "SecondFactor", { config: { loginVia: "password-realm" } });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
  await press(page, /^Authenticator app/);
  const recoveryCode = (await page.getByRole("code").textContent()) ?? "";
  await page.getByLabel("I've put it in a safe place").check();
  await press(page, "Continue");
  await expect(page.getByRole("img")).toBeVisible();
  const key = ((await page.getByRole("code").textContent()) ?? "").replaceAll(/\s/g, "");
  const attributes = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    ),
  );
  expect(attributes.filter((value) => value.includes(key) || /otpauth/.test(value))).toEqual([]);
  expect([await keptByPage(page), ...asked].filter((text) => text.includes(key))).toEqual([]);
  const code = appCode(key, site.tenant.clock.now());
  await fillIn(page, { Code: code });
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expectNoLeaks(page, { secrets: [password, code], shown: [recoveryCode, key], asked });
});
