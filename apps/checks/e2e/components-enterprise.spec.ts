import type { Page } from "@playwright/test";
import type { More } from "./component-page.js";
import {
  chooseAccount,
  expect,
  fillIn,
  newUser,
  openComponent,
  password,
  press,
  sessionLine,
  test,
} from "./component-page.js";

const katherine = "katherine@enterprise.example";
const domains = { props: { connectionForDomain: { "enterprise.example": "enterprise" } } };
const email = (page: Page) => page.getByLabel("E-mail");
const passwordField = (page: Page) => page.getByLabel("Password", { exact: true });

for (const [app, more] of [
  ["Login", domains],
  ["AuthPanel", { props: { login: domains.props } }],
] as const) {
  test.describe(`${app}, which knows the domain of an organization`, () => {
    test("asks for no password, leaves for its page and comes back signed in", async ({
      page,
      site,
    }) => {
      const asked = authorizations(page, site.tenant.url);
      await openComponent(page, site, app, more satisfies More);
      await expect(passwordField(page)).toBeVisible();
      await email(page).fill(katherine);
      await expect(passwordField(page)).toBeHidden();
      await expect(page.getByText("You sign in on your organization's page.")).toBeVisible();
      await expect(email(page)).toBeFocused();
      await page.keyboard.press("Enter");

      await chooseAccount(page, "Katherine Johnson");
      await expect(sessionLine(page)).toHaveText(`authenticated ${katherine}`);
      await expect(page).toHaveURL(site.page);
      expect(asked).toEqual([{ connection: "enterprise", login_hint: katherine }]);
    });

    test("asks everybody else for one", async ({ page, site, noise }) => {
      const asked = authorizations(page, site.tenant.url);
      const known = await newUser(site);
      await openComponent(page, site, app, more satisfies More);
      await email(page).fill(katherine);
      await expect(passwordField(page)).toBeHidden();
      await fillIn(page, { "E-mail": known, Password: password });
      await press(page, "Sign in");
      await expect(sessionLine(page)).toHaveText(`authenticated ${known}`);
      expect(asked).toEqual([]);
      // Chromium judges a field that is new in a form without the ones that it has judged before.
      const notes = noise.splice(0);
      expect(
        notes.filter((note) => !note.includes("should have (optionally hidden) username")),
      ).toEqual([]);
    });
  });
}

test("whoever the organization turns away comes back to the form", async ({ page, site }) => {
  await openComponent(page, site, "Login", domains);
  await email(page).fill("nobody@enterprise.example");
  await press(page, "Continue");
  await page.getByText("Make it fail or wait").click();
  await press(page, "Deny");
  await expect(sessionLine(page)).toHaveText("anonymous");
  await expect(email(page)).toBeVisible();
  await expect(passwordField(page)).toBeVisible();
  await expect(page).toHaveURL(site.page);
});

/** What the tenant's page is asked to show, as it is left for: the connection, and whom to begin with. */
function authorizations(page: Page, tenant: string): Record<string, string>[] {
  const asked: Record<string, string>[] = [];
  page.on("request", (request) => {
    const { origin, pathname, searchParams } = new URL(request.url());
    if (origin !== tenant || pathname !== "/authorize" || !request.isNavigationRequest()) return;
    if (searchParams.get("prompt") === "none" || !searchParams.has("connection")) return;
    const { connection = "", login_hint = "" } = Object.fromEntries(searchParams);
    asked.push({ connection, login_hint });
  });
  return asked;
}
