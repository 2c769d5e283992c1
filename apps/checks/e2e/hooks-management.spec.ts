import type { Page } from "@playwright/test";
import { ManagementClient, type UserId } from "@portico/core";
import type { ReactPages } from "../stack/react-pages.js";
import type { Stack } from "../stack/start-stack.js";
import { newEmail, requestsTo } from "./fixtures.js";
import { expect, openReact, reactApp, sessionLine, test } from "./react-page.js";
import { leaksOf, watchTokens } from "./react-secrets.js";

const password = "Long-enough-42";

interface Where {
  readonly stack: Stack;
  readonly pages: ReactPages;
}

async function newUser({ tenant }: Stack): Promise<string> {
  const email = newEmail();
  await tenant.seed({ clients: [], users: [{ email, password }] });
  return email;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await press(page, "Sign in");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
}

/** Opens the account page and signs a new user in there. */
async function openAccount(page: Page, { stack, pages }: Where): Promise<string> {
  const email = await newUser(stack);
  await openReact(page, { stack, pages }, "account-page");
  await signIn(page, email);
  await expect(page.getByText("Lives somewhere")).toBeVisible();
  return email;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function save(page: Page, city: string): Promise<void> {
  await page.getByLabel("City").fill(city);
  await press(page, "Save");
}

/** The metadata that the tenant has, asked for by the user from elsewhere. */
async function metadataOf({ tenant }: Stack, email: string) {
  const response = await fetch(`${tenant.url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "http://auth0.com/oauth/grant-type/password-realm",
      realm: "Username-Password-Authentication",
      client_id: reactApp,
      username: email,
      password,
      scope: "openid read:current_user",
      audience: `${tenant.url}/api/v2/`,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  const client = new ManagementClient({ domain: tenant.url, token });
  return (await client.getUser(userIdOf(tenant, email))).userMetadata;
}

function userIdOf(tenant: Stack["tenant"], email: string): UserId {
  const user = tenant.state().users.find((one) => one.email === email);
  return `auth0|${user?.userId.slice("auth0|".length)}`;
}

/** How often the Management API was asked in this way. */
function asked(stack: Stack, method: string): number {
  return requestsTo(stack).filter((line) => line.startsWith(`${method} /api/v2/users/`)).length;
}

/** What the app's own QueryClient holds of ours. */
function cached(page: Page) {
  return page.evaluate(() => window.cached?.() ?? { text: "", entries: -1 });
}

test("all readers share one request, and no step leaves a token or a password in the cache", async ({
  page,
  stack,
  pages,
}) => {
  const secondary = await newUser(stack);
  stack.tenant.clearRequests();
  const tokens = await watchTokens(page);
  const primary = await openAccount(page, { stack, pages });
  await expect(page.getByText("Logins: 1")).toBeVisible();
  expect(asked(stack, "GET")).toBe(1);

  await save(page, "London");
  await expect(page.getByText("Lives in London")).toBeVisible();
  const opened = page.waitForEvent("popup");
  await press(page, "Add another account");
  const popup = await opened;
  await popup.locator("#username").fill(secondary);
  await popup.locator("#password").fill(password);
  await popup.locator("#go").click();
  await press(page, "Add it");
  await expect(page.getByRole("listitem")).toHaveCount(2);
  await press(page, "Unlink");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  expect(asked(stack, "GET")).toBe(1);

  const { text, entries } = await cached(page);
  expect(entries).toBe(1);
  expect(text).toContain(primary);
  // The session's, the Management API's for each kind of call, and the proof's.
  expect(tokens.length).toBeGreaterThanOrEqual(6);
  for (const secret of [password, ...tokens]) expect(text.includes(secret)).toBe(false);
  expect(await leaksOf(page, [password, ...tokens])).toEqual([]);
});

test("what is written is still there after a reload", async ({ page, stack, pages }) => {
  const email = await openAccount(page, { stack, pages });
  await save(page, "London");
  await expect.poll(() => metadataOf(stack, email)).toEqual({ city: "London" });
  await page.reload();
  await expect(page.getByText("Lives in London")).toBeVisible();
  await save(page, "");
  await expect(page.getByText("Lives somewhere")).toBeVisible();
  await expect.poll(() => metadataOf(stack, email)).toEqual({});
});

test("of two updates at once the last one lasts, whichever is answered late", async ({
  page,
  stack,
  pages,
}) => {
  const email = await openAccount(page, { stack, pages });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let sent = 0;
  await page.route("**/api/v2/users/*", async (route) => {
    if (route.request().method() === "PATCH" && (sent += 1) === 1) await held;
    await route.continue();
  });
  await save(page, "London");
  await expect.poll(() => sent).toBe(1);
  await save(page, "Paris");
  await expect(page.getByText("Lives in Paris")).toBeVisible();
  expect(sent).toBe(1);
  letGo();
  await expect.poll(() => metadataOf(stack, email)).toEqual({ city: "Paris" });
  await expect(page.getByText("Lives in Paris")).toBeVisible();
  expect(sent).toBe(2);
});

test("an update whose answer is lost is looked up, and shows as it is", async ({
  page,
  stack,
  pages,
}) => {
  const email = await openAccount(page, { stack, pages });
  stack.tenant.faults.add({ match: { method: "PATCH" }, fault: "answer-lost" });
  stack.tenant.clearRequests();
  await save(page, "London");
  await expect(page.getByRole("alert")).toHaveText("That did not work.");
  await expect(page.getByText("Lives in London")).toBeVisible();
  expect([asked(stack, "PATCH"), asked(stack, "GET")]).toEqual([1, 1]);
  expect(await metadataOf(stack, email)).toEqual({ city: "London" });
});

test("without the scope an update is refused and taken back, after one request", async ({
  page,
  stack,
  pages,
}) => {
  const email = await openAccount(page, { stack, pages });
  await page.route("**/authorize?*", (route) => {
    const url = new URL(route.request().url());
    const scopes = url.searchParams.get("scope")?.split(" ") ?? [];
    url.searchParams.set("scope", scopes.filter((one) => !one.endsWith("_metadata")).join(" "));
    return route.continue({ url: url.href });
  });
  stack.tenant.clearRequests();
  await save(page, "London");
  await expect(page.getByRole("alert")).toHaveText("You may not do this.");
  await expect(page.getByText("Lives somewhere")).toBeVisible();
  expect([asked(stack, "PATCH"), asked(stack, "GET")]).toEqual([1, 0]);
  expect(await metadataOf(stack, email)).toEqual({});
});

test("a profile that cannot be read is tried again twice, and then on demand", async ({
  page,
  stack,
  pages,
}) => {
  const email = await openAccount(page, { stack, pages });
  const match = { method: "GET", path: `/api/v2/users/${userIdOf(stack.tenant, email)}` };
  stack.tenant.faults.add({ match, fault: "html500", times: "always" });
  stack.tenant.clearRequests();
  await openReact(page, { stack, pages }, "account");
  await expect(page.getByText("That did not work.")).toBeVisible();
  expect(asked(stack, "GET")).toBe(3);
  stack.tenant.faults.clear();
  await press(page, "Try again");
  await expect(page.getByText("Lives somewhere")).toBeVisible();
});

test("a sign-out, and somebody else in another tab, take the profile along", async ({
  page,
  context,
  stack,
  pages,
}) => {
  const first = await openAccount(page, { stack, pages });
  await save(page, "London");
  // It shows before the tenant has it, and a sign-out would give it up.
  await expect.poll(() => metadataOf(stack, first)).toEqual({ city: "London" });
  await expect(page.getByText("Lives in London")).toBeVisible();
  await press(page, "Sign out here");
  await expect(sessionLine(page)).toHaveText(/^anonymous/);
  expect((await cached(page)).entries).toBe(0);
  expect((await cached(page)).text).not.toContain(first);

  await signIn(page, first);
  await expect(page.getByText("Lives in London")).toBeVisible();
  const tab = await context.newPage();
  const second = await newUser(stack);
  await openReact(tab, { stack, pages }, "password-login");
  await signIn(tab, second);
  await expect(sessionLine(page)).toHaveText(`authenticated ${second}`);
  await expect(page.getByText("Lives somewhere")).toBeVisible();
  const { text, entries } = await cached(page);
  expect(entries).toBe(1);
  expect(text).not.toContain(first);
});
