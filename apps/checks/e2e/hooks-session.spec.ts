import type { Page } from "@playwright/test";
import type { ReactPages } from "../stack/react-pages.js";
import type { Stack } from "../stack/start-stack.js";
import { requestsTo, signInAtTenant } from "./fixtures.js";
import { expect, goToReact, openReact, registerApp, sessionLine, test } from "./react-page.js";

interface Where {
  readonly stack: Stack;
  readonly pages: ReactPages;
}

/** Signs in at the tenant, in a page of its own, so that every page of this browser is signed in as it starts. */
async function signInBefore(page: Page, where: Where): Promise<void> {
  const first = await page.context().newPage();
  await openReact(first, where, "password-login");
  await first.getByLabel("E-mail").fill(where.stack.user.email);
  await first.getByLabel("Password").fill(where.stack.user.password);
  await first.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(sessionLine(first)).toHaveText(/^authenticated/);
  await first.close();
}

test("a protected page sends to the login once, comes back, and asks its API with a token", async ({
  page,
  stack,
  pages,
}) => {
  const asked = new Promise<string | undefined>((resolve) => {
    void page.route("**/api/projects", async (route) => {
      resolve(route.request().headers()["authorization"]);
      await route.fulfill({ json: ["Analytical engine"] });
    });
  });
  stack.tenant.clearRequests();
  await goToReact(page, { stack, pages }, "protected-page");
  await page.waitForURL(/\/u\/login/);
  // One that the start made unseen, and the one that left the page.
  expect(requestsTo(stack).filter((line) => line === "GET /authorize")).toHaveLength(2);
  await signInAtTenant(page, stack);
  await expect(page.getByRole("region", { name: "Projects" })).toBeVisible();
  await expect(page).toHaveURL(pages.page);
  await page.getByRole("button", { name: "Load" }).click();
  await expect(page.getByRole("listitem")).toHaveText(["Analytical engine"]);
  expect(await asked).toMatch(/^Bearer eyJ/);
});

test("a protected page tells of a refusal and tries again when it is told to", async ({
  page,
  stack,
  pages,
}) => {
  await goToReact(page, { stack, pages }, "protected-page", { config: { audience: "urn:nobody" } });
  const again = page.getByRole("button", { name: /^That did not work/ });
  await expect(again).toBeVisible();
  stack.tenant.clearRequests();
  await again.click();
  await expect.poll(() => requestsTo(stack)).toContain("GET /authorize");
});

test("a protected page says so where its API is out of reach", async ({ page, stack, pages }) => {
  await signInBefore(page, { stack, pages });
  await page.route("**/api/projects", (route) => route.fulfill({ body: "Back soon." }));
  await openReact(page, { stack, pages }, "protected-page");
  await page.getByRole("button", { name: "Load" }).click();
  await expect(page.getByRole("alert")).toHaveText("The projects could not be loaded.");
});

test("a watched session ends when another app of the tenant has signed out", async ({
  page,
  context,
  stack,
  pages,
}) => {
  const clientId = "portico-hooks-beside";
  await registerApp(stack, pages, clientId);
  await signInBefore(page, { stack, pages });
  const other = await context.newPage();
  await openReact(other, { stack, pages }, "session-watch", { config: { clientId } });
  await page.clock.install();
  await openReact(page, { stack, pages }, "session-watch");
  const region = page.getByRole("region", { name: "Your session" });
  await expect(region).toBeVisible();

  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(sessionLine(other)).toHaveText("anonymous");
  await expect(region).toBeVisible();
  // The first time may be over before what watches has loaded.
  await expect(async () => {
    await page.clock.fastForward(1_000_000);
    await expect(page.getByText("Your session has ended.")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(sessionLine(page)).toHaveText("anonymous signed_out_elsewhere");
});

test("a session is looked up when the reader asks, and outlives a tenant out of reach", async ({
  page,
  stack,
  pages,
}) => {
  await signInBefore(page, { stack, pages });
  await openReact(page, { stack, pages }, "session-watch");
  stack.tenant.clearRequests();
  stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "html500" });
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByRole("alert")).toHaveText(/could not be asked/);
  await expect(sessionLine(page)).toHaveText(`authenticated ${stack.user.email}`);
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/oauth/token"));
  await page.getByRole("button", { name: "Check now" }).click();
  expect((await answered).ok()).toBe(true);
  await expect(page.getByRole("button", { name: "Check now" })).toBeEnabled();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(requestsTo(stack).filter((line) => line === "GET /authorize")).toHaveLength(2);
});

test("a sensitive action asks who it is again, in a window", async ({ page, stack, pages }) => {
  await signInBefore(page, { stack, pages });
  await page.clock.install();
  await openReact(page, { stack, pages }, "step-up");
  await page.clock.fastForward(600_000);
  stack.tenant.clock.offset(600_000);
  try {
    const erase = page.getByRole("button", { name: "Delete it" });
    const opened = page.waitForEvent("popup");
    await erase.click();
    const first = await opened;
    await expect(first.locator("#username")).toBeVisible();
    // Somebody looks at it: a window that is gone at once would read as one that a policy cut off.
    await page.clock.runFor(2000);
    await first.close();
    await expect(page.getByRole("alert")).toHaveText("Nothing was deleted: the window was closed.");
    const second = page.waitForEvent("popup");
    await erase.click();
    await signInAtTenant(await second, stack);
    await expect(page.getByText("The project is gone.")).toBeVisible();
  } finally {
    stack.tenant.clock.offset(0);
  }
});

test("a sensitive action right after the sign-in asks nothing", async ({ page, stack, pages }) => {
  await signInBefore(page, { stack, pages });
  await openReact(page, { stack, pages }, "step-up");
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("The project is gone.")).toBeVisible();
  expect(page.context().pages()).toEqual([page]);
});
