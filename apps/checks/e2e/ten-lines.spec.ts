import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import type { SampleSite } from "../stack/sample-site.js";
import { startTenLineSite, tenLineApp } from "../stack/ten-line-app.js";
import { newEmail } from "./fixtures.js";

const password = "Long-enough-42";

const test = base.extend<object, { site: SampleSite }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const site = await startTenLineSite();
      await use(site);
      await site.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

test("the app at the top of the README has ten lines, and a tenant for all that it is told", () => {
  const source = readFileSync(tenLineApp, "utf8");
  const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
  const [, example] = /```tsx\n(.*?)```/s.exec(readme) ?? [];
  expect(example).toBe(source);
  expect(source.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(10);
  expect(source).toContain("<AuthPanel />");
  const [, props = ""] = /<Auth0Provider ([^>]*)>/.exec(source) ?? [];
  expect(props.match(/\w+(?==)/g)).toEqual(["domain", "clientId"]);
});

test("it signs up, signs in, stays signed in over a reload, and signs out", async ({
  page,
  site,
}) => {
  const noise = await open(page, site);
  const email = newEmail();
  await page.getByRole("tab", { name: "Create account" }).click();
  await fillIn(page, email);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look for our message" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in now" }).click();

  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await fillIn(page, email);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const account = page.getByRole("button", { name: `Account of ${email}` });
  await expect(page.getByText(`You're signed in as ${email}`)).toBeVisible();
  await page.reload();
  await expect(account).toBeVisible();
  await expect(page).toHaveURL(`${site.origin}/`);

  await account.click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to your account" })).toBeVisible();
  await expect(account).toHaveCount(0);
  await expect(page).toHaveURL(`${site.origin}/`);
  expect(noise, "console output, uncaught errors and broken policies").toEqual([]);
});

/** Opens the app, and resolves with what it writes to the console from then on. */
async function open(page: Page, { origin, tenant, clientId }: SampleSite): Promise<string[]> {
  const noise: string[] = [];
  page.on("console", (message) => {
    // The browser itself reports refused requests; those belong to the tenant's addresses.
    if (!message.location().url.startsWith(tenant.url)) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(String(error)));
  await page.addInitScript(
    (given) => {
      window.givenTenant = given;
    },
    { domain: tenant.url, clientId },
  );
  await page.goto(origin);
  return noise;
}

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}
