import { setTimeout } from "node:timers/promises";
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
  signInElsewhere,
  test,
  totpSecret,
  type More,
} from "./component-page.js";

declare global {
  interface Window {
    shifts?: number[];
  }
}

/** Adds up what moves by itself, from the next page on: shifts within 500 ms of a key or a press do not count. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    window.shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          readonly value: number;
          readonly hadRecentInput: boolean;
        };
        if (!hadRecentInput) shifts.push(value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      // What the last change has moved is known after the frame that shows it.
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return (window.shifts ?? []).reduce((sum, value) => sum + value, 0);
    });
}

/** Where the field stands that the reader is on. */
function placeOf(page: Page, label: string) {
  return page.getByLabel(label, { exact: true }).boundingBox();
}

/** Longer than the time in which a browser puts a shift down to what the reader has just done. */
const late = 600;

/** Has the tenant's answers to a path come late. */
async function answerLate(page: Page, path: string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    await setTimeout(late);
    await route.continue();
  });
}

test("what moves by itself would be noticed", async ({ page, site }) => {
  const shifts = await watchShifts(page);
  await openComponent(page, site, "Login");
  await page.evaluate(() => {
    document.body.prepend(Object.assign(document.createElement("p"), { textContent: "An advert" }));
  });
  await expect.poll(shifts).toBeGreaterThan(0);
});

test("nothing moves by itself while a login starts, is refused late and is held back", async ({
  page,
  site,
}) => {
  const { faults } = site.tenant;
  const email = await newUser(site);
  const path = "/co/authenticate";
  await answerLate(page, path);
  const shifts = await watchShifts(page);
  await openComponent(page, site, "Login", { traced: ["onForgotPassword", "onSignup"] });
  const [first, second] = [await placeOf(page, "E-mail"), await placeOf(page, "Password")];
  const expectStill = async () => {
    expect(await placeOf(page, "E-mail")).toEqual(first);
    expect(await placeOf(page, "Password")).toEqual(second);
    expect(await shifts()).toBe(0);
  };

  await press(page, "Sign in");
  await expect(page.getByText("Enter your e-mail address.")).toBeVisible();
  await expect(page.getByText("Enter your password.")).toBeVisible();
  await expectStill();

  await fillIn(page, { "E-mail": email, Password: "Wrong-password-42" });
  await press(page, "Sign in");
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await expectStill();

  await fillIn(page, { Password: password });
  faults.add({ match: { path, username: email }, fault: { kind: "429-global", retryAfter: 30 } });
  await press(page, "Sign in");
  await expect(page.getByRole("button", { name: "Sign in" })).toHaveText(/Try again in \d+ s/);
  await expectStill();
});

test("nothing moves by itself while the other forms are refused late", async ({
  context,
  site,
}) => {
  const rows = [
    { app: "Signup", path: "/dbconnections/signup", button: "Create account" },
    { app: "ResetPassword", path: "/dbconnections/change_password", button: "Send link" },
    { app: "Passwordless", path: "/passwordless/start", button: "Send code" },
  ] as const;
  await Promise.all(
    rows.map(async ({ app, path, button }) => {
      const page = await context.newPage();
      const shifts = await watchShifts(page);
      await openComponent(page, site, app);
      const place = await placeOf(page, "E-mail");
      await answerLate(page, path);
      site.tenant.faults.add({ match: { path }, fault: "json500" });
      await fillIn(page, { "E-mail": "late@example.com" });
      if (app === "Signup") await fillIn(page, { Password: password });
      await press(page, button);
      await expect(page.getByRole("alert")).toHaveText(/Something went wrong on our side/);
      expect(await placeOf(page, "E-mail"), app).toEqual(place);
      expect(await shifts(), app).toBe(0);
    }),
  );
});

test("the user menu takes its room before it is known who is signed in", async ({ page, site }) => {
  await signInElsewhere(page, site, await newUser(site));
  const fault = { kind: "delay", ms: late } as const;
  site.tenant.faults.add({ match: { path: "/authorize" }, fault });
  const shifts = await watchShifts(page);
  await openComponent(page, site, "Menu");
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible();
  expect(await shifts()).toBe(0);
});

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
      const isCut = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
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
