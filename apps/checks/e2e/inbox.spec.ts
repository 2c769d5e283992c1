import { startTenant } from "@portico/tenant";
import { count, enroll, expect, openInbox, people, sendLink, test } from "./inbox-page.js";

test("shows a message the moment it is sent, and says so", async ({ page, tenant }) => {
  await openInbox(page, tenant);
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  await enroll(tenant, "grace", "email");
  const [message] = tenant.inbox.list();
  await expect(page.getByText(message?.code ?? "no code", { exact: true })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(
    `New: ${message?.subject}, to ${people.grace.email}`,
  );
  await count(page, "1 message");
});

test("copies codes and links", async ({ page, context, tenant }) => {
  await enroll(tenant, "grace", "email");
  await sendLink(tenant, people.radia);
  await openInbox(page, tenant);
  const [link, code] = tenant.inbox.list();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect(page.getByRole("button", { name: "Copied code" })).toBeVisible();
  expect(await clipboard()).toBe(code?.code);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(clipboard).toBe(link?.url);
});

test("copies where the browser offers no clipboard", async ({ page, context, tenant }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await enroll(tenant, "grace", "email");
  await openInbox(page, tenant);
  await page.getByRole("button", { name: "Copy code" }).click();
  await expect(page.getByRole("button", { name: "Copied code" })).toBeVisible();
  await page.getByLabel("Recipient or subject").press("ControlOrMeta+v");
  await expect(page.getByLabel("Recipient or subject")).toHaveValue(
    tenant.inbox.list()[0]?.code ?? "no code",
  );
  expect(context.pages()).toHaveLength(1);
});

test("opens a link beside the inbox", async ({ page, context, tenant }) => {
  await sendLink(tenant, people.grace);
  await openInbox(page, tenant);
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "Open" }).click();
  await expect(await opening).toHaveURL(tenant.inbox.list()[0]?.url ?? "no link");
  await count(page, "1 message");
});

test("searches while typing, and a reload finds the same", async ({ page, tenant }) => {
  await sendLink(tenant, people.grace);
  await sendLink(tenant, people.radia);
  await enroll(tenant, "radia", "email");
  await openInbox(page, tenant);
  await page.getByLabel("Recipient or subject").pressSequentially("RADIA");
  await count(page, "2 of 3 messages");
  await page.getByLabel("Kind").selectOption("Password reset");
  await count(page, "1 of 3 messages");
  await page.reload();
  await count(page, "1 of 3 messages");
  await expect(page.getByRole("listitem").filter({ visible: true })).toContainText("radia@");
  await page.getByLabel("Recipient or subject").fill("nobody");
  await page.getByRole("link", { name: "Show all messages" }).click();
  await count(page, "3 messages");
  await expect(page.getByLabel("Recipient or subject")).toBeFocused();
});

test("clears after a question, which Escape takes back", async ({ page, tenant }) => {
  await sendLink(tenant, people.grace);
  await openInbox(page, tenant);
  const ask = page.getByRole("button", { name: "Clear all" }).first();
  await ask.click();
  const question = page.getByRole("dialog", { name: "Clear the inbox?" });
  await expect(question.getByRole("button", { name: "Keep them" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(ask).toBeFocused();
  await ask.press("Enter");
  await question.getByRole("button", { name: "Clear all" }).click();
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeFocused();
  expect(tenant.inbox.list()).toEqual([]);
});

test("leaves focus and place alone when a message arrives", async ({ page, tenant }) => {
  await page.setViewportSize({ width: 400, height: 300 });
  for (let sent = 0; sent < 5; sent += 1) await sendLink(tenant, people.grace);
  await openInbox(page, tenant);
  const last = page.getByRole("button", { name: "Copy link" }).last();
  await last.focus();
  const place = async () => Math.round((await last.boundingBox())?.y ?? -1);
  const before = await place();
  await sendLink(tenant, people.radia);
  await count(page, "6 messages");
  await expect(last).toBeFocused();
  expect(await place()).toBe(before);
});

test("tells when the tenant is gone, and goes on when it is back", async ({ page, tenant }) => {
  await openInbox(page, tenant);
  await tenant.close();
  await expect(page.getByText("The tenant does not answer").first()).toBeVisible();
  const again = await startTenant({ port: tenant.port, scryptCost: 2 });
  await expect(page.locator("#connection")).toHaveText("Updates by itself", { timeout: 15_000 });
  await again.close();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("filters, answers a push, refreshes and clears", async ({ page, tenant }) => {
    await enroll(tenant, "grace", "auth0");
    await sendLink(tenant, people.radia);
    await page.goto(`${tenant.url}/_tenant/inbox`);
    await expect(page.getByRole("button", { name: "Copy" })).toHaveCount(0);
    await page.getByLabel("Recipient or subject").fill("grace");
    await page.getByRole("button", { name: "Show" }).click();
    await count(page, "1 of 2 messages");
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("Approved")).toBeVisible();
    await sendLink(tenant, people.grace);
    await page.getByRole("link", { name: "Refresh" }).click();
    await count(page, "3 messages");
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Clear all" }).click();
    await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();
  });
});
