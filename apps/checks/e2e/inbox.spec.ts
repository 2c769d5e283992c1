import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, expect, type Page } from "@playwright/test";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import axe, { type AxeResults } from "axe-core";

const realm = "Username-Password-Authentication";
const people = {
  grace: { email: "grace@example.com", password: "First-Compiler-1952" },
  radia: { email: "radia@example.com", password: "Spanning-Tree-1985" },
};

/** A tenant of the test's own: what is in its inbox is what the test put there. */
const test = base.extend<{ tenant: RunningTenant; quiet: void }>({
  // The first argument has to be a pattern, also where nothing is taken from it.
  // eslint-disable-next-line no-empty-pattern
  tenant: async ({}, use) => {
    const seed = sampleSeed(["http://localhost:3000"]);
    const users = Object.values(people).map((person) => ({ ...person, mfaRequired: true }));
    const tenant = await startTenant({ port: 0, scryptCost: 2, seed: { ...seed, users } });
    await use(tenant);
    await tenant.close();
  },
  quiet: [
    async ({ context, tenant }, use) => {
      const noise: string[] = [];
      context.on("console", (message) => {
        if (message.location().url.startsWith(tenant.url)) noise.push(message.text());
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await use();
      // The browser itself reports that a tenant is gone.
      const ours = noise.filter((text) => !text.includes("ERR_CONNECTION_REFUSED"));
      expect(ours, "console output and uncaught errors").toEqual([]);
    },
    { auto: true },
  ],
});

async function post(tenant: RunningTenant, path: string, body: object, bearer = "") {
  const headers = { "content-type": "application/json", authorization: `Bearer ${bearer}` };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(tenant.url + path, init);
  const text = await response.text();
  return text.startsWith("{") ? (JSON.parse(text) as Record<string, string>) : {};
}

const client_id = "portico-demo";

/** Sends a mail with a link. */
function sendLink(tenant: RunningTenant, { email }: { email: string }) {
  return post(tenant, "/dbconnections/change_password", { client_id, connection: realm, email });
}

/** Begins to enroll a second factor, which sends a code by mail or a push. */
async function enroll(tenant: RunningTenant, who: keyof typeof people, channel: "email" | "auth0") {
  const { email: username, password } = people[who];
  const grant_type = "http://auth0.com/oauth/grant-type/password-realm";
  const login = { client_id, grant_type, realm, username, password };
  const { mfa_token = "" } = await post(tenant, "/oauth/token", login);
  const factor = { authenticator_types: ["oob"], oob_channels: [channel], email: username };
  const { oob_code = "" } = await post(tenant, "/mfa/associate", factor, mfa_token);
  return { mfa_token, oob_code };
}

async function openInbox(page: Page, tenant: RunningTenant, query = ""): Promise<void> {
  await page.goto(`${tenant.url}/_tenant/inbox${query}`);
  await expect(page.getByText("Updates by itself")).toBeVisible();
}

const count = (page: Page, text: string) => expect(page.locator("#count")).toHaveText(text);

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

test("approves a push, which finishes the sign-in", async ({ page, tenant }) => {
  const { mfa_token, oob_code } = await enroll(tenant, "grace", "auth0");
  const grant_type = "http://auth0.com/oauth/grant-type/mfa-oob";
  const finish = () => post(tenant, "/oauth/token", { client_id, grant_type, mfa_token, oob_code });
  expect(await finish()).toMatchObject({ error: "authorization_pending" });
  await openInbox(page, tenant);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved")).toBeFocused();
  expect(await finish()).toHaveProperty("access_token");
});

test("denies a push", async ({ page, tenant }) => {
  await enroll(tenant, "grace", "auth0");
  await openInbox(page, tenant);
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByText("Denied")).toBeFocused();
  expect(tenant.inbox.list()).toMatchObject([{ push: "denied" }]);
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

test("is closed to an application on another port", async ({ browser, tenant }) => {
  // Not the test's own page: the browser reports every refusal.
  const page = await browser.newPage();
  await enroll(tenant, "grace", "auth0");
  const id = tenant.inbox.list()[0]?.id;
  const inbox = `${tenant.url}/_tenant/inbox`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<iframe src="${inbox}"></iframe><form method="post" action="${inbox}/${id}/approve">
      <button>Approve</button></form><a href="${inbox}">Inbox</a>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const app = `http://localhost:${(server.address() as AddressInfo).port}`;
  const framed = page.waitForResponse(inbox);
  await page.goto(app);
  expect((await framed).status()).toBe(403);
  const reading = page.evaluate((address) => fetch(address, { credentials: "include" }), inbox);
  await expect(reading).rejects.toThrow("Failed to fetch");
  const posting = page.waitForResponse(`${inbox}/${id}/approve`);
  await page.getByRole("button", { name: "Approve" }).click();
  expect((await posting).status()).toBe(403);
  expect(tenant.inbox.list()).toMatchObject([{ push: "pending" }]);
  await page.goto(app);
  await page.getByRole("link", { name: "Inbox" }).click();
  await count(page, "1 message");
  await page.close();
  server.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`is accessible, ${colorScheme}, ${width} px wide`, async ({ page, tenant }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openInbox(page, tenant);
      expect(await complaints(page)).toEqual([]);
      await enroll(tenant, "grace", "email");
      await enroll(tenant, "radia", "auth0");
      await sendLink(tenant, people.grace);
      await count(page, "3 messages");
      expect(await complaints(page)).toEqual([]);
      await page.getByRole("button", { name: "Clear all" }).click();
      expect(await complaints(page)).toEqual([]);
    });
  }
}

/** What axe finds wrong, and whether anything has to be scrolled for sideways. */
async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
    ),
    ...(wide ? ["wide"] : []),
  ];
}
