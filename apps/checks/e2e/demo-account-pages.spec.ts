import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures.js";
import { arrivedAt, pressKey, typeInto } from "./keyboard.js";
import { complaints } from "./violations.js";

/** Goes through the pages of the account, and lets `look` see each of their states. */
async function walk(page: Page, app: string, look: (name: string) => Promise<void>) {
  const lists = page.locator(".fields, .portico-accounts, [aria-labelledby=second-step] .act");
  await expect(lists).toHaveCount(3);
  await look("account");
  await page.locator(".portico-user-button").click();
  await look("menu");
  await page.keyboard.press("Escape");
  await page.goto(`${app}/account/billing`);
  await expect(page.locator("#invoices")).toBeVisible();
  await look("billing");
  await page.locator(".account > .lead button").click();
  await look("billing, locked");
  await page.locator("input[type=password]").fill("wrong");
  await page.keyboard.press("Enter");
  await expect(page.locator(".failure")).toBeVisible();
  await look("billing, wrong password");
  await page.goto(`${app}/doctor`);
  await expect(page.locator("[data-state=healthy]")).toBeVisible();
  await look("doctor");
}

for (const [language, colorScheme, width] of [
  ["en", "light", 390],
  ["en", "dark", 1280],
  ["ar", "dark", 320],
  ["ar", "light", 1280],
] as const) {
  test(`the account's pages in ${language}, ${colorScheme}, ${width} px wide, are accessible and fit`, async ({
    page,
    stack,
  }) => {
    await page.addInitScript((name) => localStorage.setItem("atrium.language", name), language);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${stack.app}/sign-in?returnTo=/account`);
    await page.locator("input[autocomplete~=username]").fill(stack.user.email);
    await page.locator("input[type=password]").fill(stack.user.password);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${stack.app}/account`);
    const found: Record<string, string[]> = {};
    await walk(page, stack.app, async (name) => {
      found[name] = await complaints(page);
      await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
    });
    expect(Object.values(found).flat(), JSON.stringify(found)).toEqual([]);
    expect(Object.keys(found)).toHaveLength(6);
  });
}

test("the doctor names the setting to change, and is content once it is mended", async ({
  page,
  stack,
}) => {
  stack.tenant.faults.add({
    match: { path: "/.well-known/openid-configuration" },
    fault: "network",
  });
  await page.goto(`${stack.app}/doctor`);
  const finding = page.getByRole("listitem").filter({ hasText: "tenant_unreachable" });
  await expect(finding).toContainText("Broken");
  await expect(finding).toContainText("Applications > (any) > Settings > Domain");
  await expect(page.getByText("What could not be judged")).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText("Everything that could be checked is set up.")).toBeVisible();
  await expect(finding).toHaveCount(0);
});

test("the doctor tells of other sites where the tenant's cookies are third-party ones", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.appElsewhere}/doctor`);
  await expect(page.getByRole("heading", { name: /are different sites/ })).toBeVisible();
  const inbox = page.getByRole("link", { name: "Open the tenant’s inbox" });
  await expect(inbox).toHaveAttribute("href", `${stack.tenant.url}/_tenant/inbox`);
});

test("keyboard alone goes from the menu to billing, locks it and opens it again", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/sign-in?returnTo=/projects`);
  await signIn(page, stack.user.email, stack.user.password);
  await expect(page).toHaveURL(`${stack.app}/projects`);
  const menu = page.getByRole("button", { name: "Account of Ada Lovelace" });
  await pressKey(menu);
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await expect(menu).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await arrivedAt(page.getByRole("link", { name: "Your account" }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${stack.app}/account/billing`);
  await expect(page.getByRole("heading", { level: 1, name: "Billing" })).toBeFocused();
  await pressKey(page.getByRole("button", { name: "Lock this page" }));
  const field = page.getByLabel("Password", { exact: true });
  await arrivedAt(field);
  await typeInto(field, stack.user.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Invoices" })).toBeVisible();
});
