import type { Page } from "@playwright/test";
import type { ComponentSite } from "../stack/component-pages.js";
import {
  calls,
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  press,
  sessionLine,
  signInElsewhere,
  test,
} from "./component-page.js";

const path = "/dbconnections/change_password";

/** How many messages the tenant was asked for. */
function asked({ tenant }: ComponentSite): number {
  return tenant.requests().filter((one) => one.path === path && !one.preflight).length;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await expect(sessionLine(page)).toHaveText("anonymous");
}

async function askForReset(page: Page, email: string): Promise<void> {
  await fillIn(page, { "E-mail": email });
  await press(page, "Send link");
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
}

function countdown(page: Page) {
  return page.getByText(/^Send it again in \d+ s$/);
}

test.describe("the wait before another message to choose a new password", () => {
  for (const [whom, emailOf] of [
    ["somebody who has an account", newUser],
    ["somebody who has none", newEmail],
  ] as const) {
    test(`goes on after a reload for ${whom}`, async ({ page, site }) => {
      const email = await emailOf(site);
      site.tenant.clearRequests();
      await openComponent(page, site, "ResetPassword");
      await askForReset(page, email);
      await reload(page);
      await askForReset(page, email.toUpperCase());
      await expect(countdown(page)).toBeVisible();
      expect(asked(site)).toBe(1);
      const [name] = email.split("@");
      const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
      expect(kept).toContain("portico.reset-wait");
      expect(kept).not.toContain(name);

      await reload(page);
      await askForReset(page, newEmail());
      expect(asked(site)).toBe(2);
    });
  }

  test("is as long as the tenant asks, and then over", async ({ page, site }) => {
    const email = await newUser(site);
    site.tenant.clearRequests();
    await page.clock.install();
    await openComponent(page, site, "ResetPassword");
    await askForReset(page, email);
    await page.clock.fastForward(30_000);
    site.tenant.faults.add({
      match: { path },
      times: 1,
      fault: { kind: "429-global", retryAfter: 60 },
    });
    await press(page, "Send it again");
    await expect(page.getByRole("alert")).toContainText("Wait 60 seconds");
    await page.clock.fastForward(45_000);
    await reload(page);
    await askForReset(page, email);
    await expect(countdown(page)).toBeVisible();
    expect(asked(site)).toBe(2);
    await page.clock.fastForward(15_000);
    await press(page, "Send it again");
    await expect.poll(() => asked(site)).toBe(3);
    await site.tenant.inbox.wait({ to: email, kind: "reset" });
  });
});

test("a panel ends as after its own sign-in when somebody signs in in another tab", async ({
  page,
  site,
}) => {
  const email = await newUser(site, { name: "Ada Lovelace" });
  await openComponent(page, site, "AuthPanel", { traced: ["onAuthenticated", "onViewChange"] });
  await fillIn(page, { "E-mail": "half@", Password: "half typed" });
  await signInElsewhere(page, site, email);
  await expect(page.getByRole("heading")).toHaveText("You're signed in as Ada Lovelace");
  await expect(calls(page)).toHaveText(["onAuthenticated session", "onViewChange signedIn"]);
  await expect(page.getByRole("textbox")).toHaveCount(0);
});
