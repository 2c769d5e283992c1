import type { Page } from "@playwright/test";
import type { SeedUser } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { appCode } from "../harness/authenticator-app.js";
import { expect, newEmail, signIn, test } from "./fixtures.js";

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** Signs somebody of one's own in, on the way to a page of the demo. */
async function openAs(page: Page, stack: Stack, path: string, more: Partial<SeedUser> = {}) {
  const email = newEmail();
  const { mfa } = more;
  const user = { email, password, name: "Ida Rhodes", ...more };
  await stack.tenant.seed({ clients: [], users: [user] });
  await page.goto(`${stack.app}/sign-in?returnTo=${encodeURIComponent(path)}`);
  if (mfa) {
    await page.getByRole("button", { name: "Use the hosted sign-in page instead" }).click();
    await atTenant(page, { email, password });
    await page.locator("#code").fill(appCode(totpSecret, stack.tenant.clock.now()));
    await page.keyboard.press("Enter");
  } else {
    await signIn(page, email, password);
  }
  await expect(page).toHaveURL(stack.app + path);
  return email;
}

/** Fills and submits the tenant's own login page. */
async function atTenant(page: Page, user: { email: string; password: string }): Promise<void> {
  await page.locator("#username").fill(user.email);
  await page.locator("#password").fill(user.password);
  await page.locator("#go").click();
}

/** A subject of the account page. */
const subject = (page: Page, name: string) => page.getByRole("region", { name });

test.describe("the account page", () => {
  test("keeps what the reader chose, and takes back what was refused", async ({ page, stack }) => {
    await openAs(page, stack, "/account");
    await expect(page.getByRole("heading", { level: 1, name: "Ida Rhodes" })).toBeVisible();
    await expect(page.getByText("E-mail verified", { exact: true }).first()).toBeVisible();
    const form = subject(page, "On your drawings");
    const practice = form.getByLabel("Practice");
    await practice.fill("Rhodes & Partners");
    await form.getByLabel("E-mail about reviews").selectOption("Never");
    await practice.press("Enter");
    await expect(form.getByRole("status")).toHaveText("Saved.");

    await page.reload();
    await expect(practice).toHaveValue("Rhodes & Partners");
    await expect(form.getByLabel("E-mail about reviews")).toHaveValue("never");

    stack.tenant.faults.add({ match: { method: "PATCH" }, fault: "json500" });
    await practice.fill("Somebody else");
    await practice.press("Enter");
    await expect(form.getByRole("status")).toContainText("Not saved.");
    await expect(practice).toHaveValue("Somebody else");
    await page.reload();
    await expect(practice).toHaveValue("Rhodes & Partners");
  });

  test("links another account and unlinks it", async ({ page, stack }) => {
    await openAs(page, stack, "/account");
    const linked = subject(page, "Ways to sign in");
    const opened = page.waitForEvent("popup");
    await linked.getByRole("button", { name: "Link GitHub" }).click();
    await (await opened).getByRole("button", { name: "Konrad Zuse" }).click();
    await linked.getByRole("button", { name: "Link accounts" }).click();
    await linked.getByRole("button", { name: /^Unlink Konrad Zuse/ }).click();
    await linked.getByRole("button", { name: "Unlink", exact: true }).click();
    await expect(linked.getByRole("status").first()).toContainText("unlinked");
  });

  test("sets up a second step in a window, shows it, and takes it away", async ({
    page,
    stack,
  }) => {
    const email = await openAs(page, stack, "/account");
    const step = subject(page, "Second step");
    await expect(step).toContainText("Nothing is set up");
    const opened = page.waitForEvent("popup");
    await step.getByRole("button", { name: "Set up a second step" }).click();
    const tenant = await opened;
    await atTenant(tenant, { email, password });
    await tenant.getByRole("link", { name: /mail/i }).click();
    await tenant.locator("#go").click();
    const { code } = await stack.tenant.inbox.wait({ to: email });
    await tenant.locator("#code").fill(code ?? "");
    await tenant.keyboard.press("Enter");
    // The recovery code that comes with a first factor.
    await tenant.locator("#go").click();
    await expect(step.getByRole("listitem").first()).toContainText("E-mail");

    await step.getByRole("button", { name: "Remove E-mail" }).click();
    await expect(step.getByRole("button", { name: "Remove", exact: true })).toBeFocused();
    await step.getByRole("button", { name: "Keep" }).click();
    await expect(step.getByRole("button", { name: "Remove E-mail" })).toBeFocused();
    await step.getByRole("button", { name: "Remove E-mail" }).click();
    stack.tenant.clearRequests();
    stack.tenant.faults.add({ match: { method: "DELETE" }, fault: { kind: "delay", ms: 1000 } });
    await page.keyboard.press("Enter");
    await expect(step.getByRole("button", { name: "Keep" })).toBeDisabled();
    await page.keyboard.press("Enter");
    await expect(step).toContainText("Nothing is set up");
    const removals = stack.tenant.requests().filter(({ method }) => method === "DELETE");
    expect(removals).toHaveLength(1);
  });

  test("asks who it is before it shows the factors of a session that the tenant does not know", async ({
    page,
    stack,
  }) => {
    await page.goto(`${stack.app}/sign-in?via=password-realm&returnTo=/account`);
    await signIn(page, stack.user.email, stack.user.password);
    const step = subject(page, "Second step");
    await expect(step.getByRole("alert")).toContainText("once more before it shows");
    const opened = page.waitForEvent("popup");
    await step.getByRole("button", { name: "Confirm it’s you" }).click();
    await atTenant(await opened, stack.user);
    await expect(step).toContainText("Nothing is set up");
  });

  test("signs out of this browser alone, and the tenant's session goes on", async ({
    page,
    context,
    stack,
  }) => {
    await openAs(page, stack, "/account");
    const second = await context.newPage();
    await second.goto(`${stack.app}/account`);
    await expect(second.getByRole("heading", { level: 1, name: "Ida Rhodes" })).toBeVisible();
    stack.tenant.clearRequests();
    await subject(page, "Session").getByRole("button", { name: "Leave Atrium only" }).click();
    await expect(page.getByRole("heading", { name: "You’re signed out" })).toBeFocused();
    await expect(second).toHaveURL(/\/sign-in/);
    expect(stack.tenant.requests().map(({ path }) => path)).not.toContain("/v2/logout");
  });

  test("says why the tenant did not answer, and asks again", async ({ page, stack }) => {
    const userId = `auth0|${crypto.randomUUID()}`;
    stack.tenant.faults.add({ match: { path: `/api/v2/users/${userId}` }, fault: "text403" });
    await openAs(page, stack, "/account", { userId });
    const form = subject(page, "On your drawings");
    await expect(form.getByRole("alert")).toContainText("That didn’t work.");
    await form.getByRole("button", { name: "Try again" }).click();
    await expect(form.getByLabel("Practice")).toBeVisible();
  });
});

test.describe("billing", () => {
  test("opens for a sign-in of a moment ago, and asks again once it is locked", async ({
    page,
    stack,
  }) => {
    await openAs(page, stack, "/account/billing");
    await expect(subject(page, "Invoices")).toBeVisible();
    await page.getByRole("button", { name: "Lock this page" }).click();
    await expect(subject(page, "Invoices")).toBeHidden();
    const field = page.getByLabel("Password", { exact: true });
    await expect(field).toBeFocused();

    const canary = "canary-8c41";
    await field.fill(canary);
    await field.press("Enter");
    await expect(page.getByRole("alert")).toContainText("That password isn’t right.");
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
    expect(await page.content()).not.toContain(canary);

    await field.fill(password);
    await field.press("Enter");
    await expect(subject(page, "Invoices")).toBeVisible();
    await expect(page.getByText("You confirmed who you are")).toBeFocused();
    // The line renders again, and the focus stays where the reader has gone since.
    const arabic = page.getByRole("button", { name: "العربية" });
    await arabic.click();
    await expect(page.getByRole("heading", { name: "الفوترة" })).toBeVisible();
    await expect(arabic).toBeFocused();
  });

  test("asks for the second step of whoever has one", async ({ page, stack }) => {
    const { tenant } = stack;
    await openAs(page, stack, "/account/billing", { mfa: { totpSecret } });
    await page.getByRole("button", { name: "Lock this page" }).click();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Confirm", exact: true }).click();
    // A code counts once, and the last one was spent on the way in.
    await page.getByLabel(/code/i).fill(appCode(totpSecret, tenant.clock.now() + 30_000));
    await expect(subject(page, "Invoices")).toBeVisible();
  });

  test("takes a proof from a window, and nobody else's", async ({ page, stack }) => {
    const email = await openAs(page, stack, "/account/billing");
    await page.getByRole("button", { name: "Lock this page" }).click();
    for (const somebody of [stack.user, { email, password }]) {
      const opened = page.waitForEvent("popup");
      await page.getByRole("button", { name: "Confirm in a window" }).click();
      await atTenant(await opened, somebody);
      if (somebody === stack.user) {
        await expect(page.getByText("Somebody else signed in there.")).toBeVisible();
      }
    }
    await expect(subject(page, "Invoices")).toBeVisible();
  });

  test("comes back by redirect where windows are blocked", async ({ page, stack }) => {
    const email = await openAs(page, stack, "/account/billing");
    await page.getByRole("button", { name: "Lock this page" }).click();
    await page.evaluate(() => Object.assign(window, { open: () => null }));
    await page.getByRole("button", { name: "Confirm in a window" }).click();
    await page.getByRole("button", { name: "Do it in this tab instead" }).click();
    await atTenant(page, { email, password });
    await expect(page).toHaveURL(`${stack.app}/account/billing`);
    await expect(subject(page, "Invoices")).toBeVisible();
  });
});
