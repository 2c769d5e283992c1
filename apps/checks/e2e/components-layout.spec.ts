import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import {
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  password,
  press,
  signInElsewhere,
  test,
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

test("a code that is refused late stays in its place", async ({ page, site }) => {
  await answerLate(page, "/co/authenticate");
  await openComponent(page, site, "Passwordless");
  await fillIn(page, { "E-mail": newEmail() });
  await press(page, "Send code");
  const code = page.getByLabel("Code", { exact: true });
  await expect(code).toBeFocused();
  const place = await code.boundingBox();
  await code.pressSequentially("000000");
  await expect(page.getByText("That code is wrong or has run out.")).toBeVisible();
  await expect(code).toBeFocused();
  expect(await code.boundingBox()).toEqual(place);
});

test("a phone number can be typed before its countries are there, and stays in its place", async ({
  page,
  site,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/phone-country-*.js", async (route) => {
    await released;
    await route.continue();
  });
  const shifts = await watchShifts(page);
  await openComponent(page, site, "Passwordless", { props: { channel: "phone" } });
  const number = page.getByLabel("Phone number");
  await number.pressSequentially("+4930");
  await expect(page.getByLabel("Country")).toHaveCount(0);
  const place = await number.boundingBox();
  release();
  await expect(page.getByLabel("Country")).toHaveValue("DE");
  await expect(number).toHaveValue("+4930");
  expect(await number.boundingBox()).toEqual(place);
  expect(await shifts()).toBe(0);
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
