import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { expect as baseExpect, test as base, type FrameLocator, type Page } from "@playwright/test";
import { liveCallback } from "../../../scripts/shared/live-callback.mjs";
import type { ServedFolder } from "../stack/serve-folder.js";
import { originOf, serveStorybook } from "../stack/storybook.js";

// All of Storybook is loaded first, and a story has its steps to take.
const expect = baseExpect.configure({ timeout: 20_000 });

// It stands in the built stories where a tenant's address belongs, so that one build does for all tenants.
const placeholder = "http://localhost:4101";

const test = base.extend<{ tenant: RunningTenant }, { site: ServedFolder }>({
  site: [
    // Playwright reads the names that are asked for.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await serveStorybook();
      await use(site);
      await site.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  tenant: async ({ context, site }, use) => {
    const page = `${originOf(site)}/${liveCallback}`;
    const { clients, ...seed } = sampleSeed([originOf(site)]);
    for (const client of clients) {
      client.callbacks.push(page);
      client.logoutUrls.push(page);
    }
    const tenant = await startTenant({ port: 0, scryptCost: 1024, seed: { ...seed, clients } });
    await context.route(/\/assets\/.*\.js$/, async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      await route.fulfill({ response, body: script.replaceAll(placeholder, tenant.url) });
    });
    await use(tenant);
    await tenant.close();
  },
});

test("the built stories run offline: nothing is asked of anybody but their own server", async ({
  page,
  site,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(originOf(site))) {
      asked.push(request.url());
    }
  });
  const story = await open(page, site, "login--wrong-credentials");
  await expect(story.getByText("That e-mail and password don't match.")).toBeVisible();
  await open(page, site, "linkaccounts--linked");
  await expect(story.getByRole("button", { name: "Undo" })).toBeVisible();
  await open(page, site, "mfa-set-up--enroll-app");
  await expect(story.getByRole("img", { name: "QR code to scan with the app" })).toBeVisible();
  expect(asked).toEqual([]);
});

test("the toolbar's language, direction and network change every story", async ({ page, site }) => {
  const story = await open(page, site, "login--idle", "locale:ar;theme:dark");
  await expect(story.getByRole("button", { name: "تسجيل الدخول", exact: true })).toBeVisible();
  await expect(story.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(story.locator("html")).toHaveAttribute("data-theme", "dark");
  await open(page, site, "login--idle", "fault:offline");
  await signIn(story, "ada@example.com", "any");
  await expect(story.getByText(/You're offline/)).toBeVisible();
  await open(page, site, "resetpassword--idle", "fault:rate_limited");
  await story.getByLabel("E-mail").fill("ada@example.com");
  await story.getByRole("button", { name: "Send link" }).click();
  await expect(story.getByText(/Wait 30 seconds/)).toBeVisible();
});

test("the explorer shows what its address names, in the language of the toolbar", async ({
  page,
  site,
}) => {
  const story = await open(
    page,
    site,
    "state-explorer--explore",
    "locale:de",
    "component:Mfa;state:mfa-verify-invalid_otp",
  );
  await expect(story.getByText("Dieser Code ist falsch oder abgelaufen.")).toBeVisible();
  await story.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(story.getByText("FAKE-RECOVERY-CODE")).toBeVisible();
  await expect(page).toHaveURL(/state:keep/);
});

test("a live story signs in at the local tenant", async ({ page, site, tenant }) => {
  const story = await open(page, site, "live--login");
  const known = story.getByRole("definition");
  const [email, password] = [await known.first().textContent(), await known.last().textContent()];
  await signIn(story, email ?? "", password ?? "");
  await story.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await expect(story.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect(tenant.requests().map(({ path }) => path)).toContain("/co/authenticate");
});

test("a live story signs in by a provider's window", async ({ page, site, tenant }) => {
  const story = await open(page, site, "live--social-window");
  const opening = page.waitForEvent("popup");
  await story.getByRole("button", { name: "Continue with Google" }).click();
  const popup = await opening;
  await popup.getByRole("button", { name: /Grace Hopper/ }).click();
  await expect(story.getByRole("button", { name: "Account of Grace Hopper" })).toBeVisible();
  expect(tenant.requests().map(({ path }) => path)).toContain("/oauth/token");
});

test("a live story without a tenant says how to start it", async ({ page, site }) => {
  await page.route(`${placeholder}/**`, (route) => route.abort());
  const story = await open(page, site, "live--login");
  await expect(
    story.getByRole("heading", { name: "The local tenant isn't running" }),
  ).toBeVisible();
});

async function open(
  page: Page,
  site: ServedFolder,
  id: string,
  globals = "",
  args = "",
): Promise<FrameLocator> {
  // Another address of the same page would only tell Storybook what has changed.
  await page.goto("about:blank");
  await page.goto(`${originOf(site)}/?path=/story/${id}&globals=${globals}&args=${args}`);
  return page.frameLocator("#storybook-preview-iframe");
}

async function signIn(story: FrameLocator, email: string, password: string): Promise<void> {
  await story.getByLabel("E-mail").fill(email);
  await story.getByLabel("Password", { exact: true }).fill(password);
  await story.getByRole("button", { name: "Sign in", exact: true }).click();
}
