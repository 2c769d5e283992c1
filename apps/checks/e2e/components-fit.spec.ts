import type { Page } from "@playwright/test";
import type { Shown } from "../harness/components/shown.js";
import type { ComponentSite } from "../stack/component-pages.js";
import {
  expect,
  fillIn,
  newUser,
  openComponent,
  openSignedIn,
  password,
  press,
  test,
  totpSecret,
  type More,
} from "./component-page.js";

/** Every component in the state that it starts with. */
const firsts: readonly (readonly [Shown["app"], More?])[] = [
  [
    "Login",
    {
      props: { connections: ["google-oauth2", "github"] },
      traced: ["onForgotPassword", "onSignup", "onPasswordless"],
    },
  ],
  [
    "Login",
    { props: { identifier: "phone", title: "Sign-in-to-your-veryveryverylongaccountname" } },
  ],
  ["Signup", { props: { username: true, phone: true, terms: "I agree.", termsRequired: true } }],
  ["SocialButtons", { props: { connections: ["google-oauth2", "windowslive"] } }],
  ["ResetPassword", { traced: ["onLogin"] }],
  ["Passwordless", { props: { channel: "either" } }],
  ["Passwordless", { props: { channel: "phone" } }],
  ["AuthPanel", { props: { connections: ["google-oauth2"] } }],
];

/** What is wider than the window, or than the box that cuts it off. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
    const cut = [...document.querySelectorAll("main *")].filter((element) => {
      const { overflowX, clipPath } = getComputedStyle(element);
      // What only a screen reader is to find is one pixel wide.
      if (clipPath !== "none" || element.closest("svg")) return false;
      const isCut =
        overflowX !== "visible" &&
        (element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1);
      const { left, right, width } = element.getBoundingClientRect();
      return isCut || (width > 1 && (left < -1 || right > innerWidth + 1));
    });
    return [...wide, ...cut.map((element) => element.outerHTML.slice(0, 120))];
  });
}

async function expectToFit(page: Page, what: string): Promise<void> {
  for (const [width, zoom] of [
    [280, "100%"],
    [1280, "100%"],
    [640, "200%"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((size) => {
      document.documentElement.style.setProperty("font-size", size);
    }, zoom);
    expect(await overflowing(page), `${what}, ${width} px wide, ${zoom}`).toEqual([]);
  }
}

test("every component fits at 280 px, at 1280 px and with letters twice as large", async ({
  page,
  site,
}) => {
  for (const [app, more] of firsts) {
    await openComponent(page, site, app, more);
    await expectToFit(page, `${app} ${JSON.stringify(more ?? {})}`);
  }
});

test("what follows on a first step fits too", async ({ page, site }) => {
  const email = await newUser(site, { mfa: { totpSecret, email: "a-mailbox@example.com" } });
  const factors = { config: { loginVia: "password-realm" } } as const;
  await openComponent(page, site, "SecondFactor", factors);
  await signIn(page, email);
  await expect(page.getByRole("heading", { name: "Confirm that it's you" })).toBeVisible();
  await expectToFit(page, "the choice of a factor");
  await openComponent(page, site, "SecondFactor", factors);
  await signIn(page, await newUser(site, { mfaRequired: true }));
  await press(page, /^Authenticator app/);
  await expectToFit(page, "a recovery code");
  await page.getByLabel("I've put it in a safe place").check();
  await press(page, "Continue");
  await expect(page.getByRole("img")).toBeVisible();
  await expectToFit(page, "a picture to scan");
  await openAccount(page, site);
  await expectToFit(page, "linked accounts");
  await press(page, /^Account of/);
  await expectToFit(page, "the user menu");
});

async function signIn(page: Page, email: string): Promise<void> {
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
}

async function openAccount(page: Page, site: ComponentSite): Promise<void> {
  const props = { connections: ["google-oauth2", "github"], passwordless: "email" };
  await openSignedIn(page, site, await newUser(site), "Account", { props });
  await expect(page.getByRole("listitem").first()).toBeVisible();
}
