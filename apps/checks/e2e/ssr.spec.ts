import type { Page } from "@playwright/test";
import type { SessionState } from "@portico/react";
import type { Variant } from "../harness/ssr/build-pages.js";
import type { Site } from "../harness/ssr/start-site.js";
import { newEmail } from "./fixtures.js";
import { expect, test } from "./ssr-site.js";

// Only the development builds warn; the others are what people get.
const variants: readonly Variant[] = [
  { react: "19", mode: "development" },
  { react: "19", mode: "production" },
  { react: "18", mode: "development" },
  { react: "18", mode: "production" },
];

const anonymous: SessionState = { status: "anonymous" };

/** What a server knows of somebody by its own cookie. */
function authenticated({ email, name }: Site["user"]): SessionState {
  const session = {
    user: { sub: "auth0|known-to-the-server", email, name },
    expiresAt: Date.now() + 3_600_000,
    scope: ["openid"],
    hasRefreshToken: false,
  };
  return { status: "authenticated", session };
}

const said = (page: Page, label: string) => page.getByRole("status", { name: label });

async function signIn(page: Page, { email, password }: Site["user"]): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The page has its scripts: no server knows what its clock says. */
async function takenOver(page: Page): Promise<void> {
  await expect(said(page, "Seconds left")).not.toHaveText("0");
}

/** Holds the page's scripts back, so that what the server sent stays as it is. Returns how to let them go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const variant of variants) {
  test.describe(`React ${variant.react}, built for ${variant.mode}`, () => {
    test("a page rendered for anybody turns into the form, which works", async ({ page, site }) => {
      const server = await site(variant);
      expect(server.version).toMatch(new RegExp(`^${variant.react}\\.`));
      const release = await holdScripts(page);
      await page.goto(server.app, { waitUntil: "commit" });
      await expect(page.getByText("One moment")).toBeVisible();
      await expect(said(page, "Session")).toHaveText("starting");
      release();
      await expect(said(page, "Session")).toHaveText("anonymous");
      await signIn(page, { ...server.user, password: "wrong" });
      await expect(page.getByRole("alert")).toHaveText("invalid_credentials");
      await signIn(page, server.user);
      await expect(page.getByText(`Hello ${server.user.name}`)).toBeVisible();
    });

    test("what was typed before the scripts came is still there, and is sent", async ({
      page,
      site,
    }) => {
      const server = await site(variant);
      server.input = { initialState: anonymous };
      const release = await holdScripts(page);
      await page.goto(server.app, { waitUntil: "commit" });
      await page.getByLabel("E-mail").fill(server.user.email);
      await page.getByLabel("Password").fill(server.user.password);
      release();
      await takenOver(page);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText(`Hello ${server.user.name}`)).toBeVisible();
    });

    test("shows the user whom the server knows, until the tenant knows of nobody", async ({
      page,
      site,
    }) => {
      const server = await site(variant);
      server.input = { initialState: authenticated(server.user) };
      const release = await holdScripts(page);
      await page.goto(server.app, { waitUntil: "commit" });
      await expect(page.getByText(`Hello ${server.user.name}`)).toBeVisible();
      await expect(said(page, "Late")).toHaveText(server.user.email);
      await expect(said(page, "Profile")).toHaveText(/idle|pending/);
      server.tenant.clearRequests();
      release();
      await expect(said(page, "Session")).toHaveText("anonymous");
      await expect(said(page, "Late")).toHaveText("nobody");
      // Nothing is asked in the name of somebody whom only the server has seen.
      const asked = server.tenant.requests().map(({ path }) => path);
      expect(asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
    });

    test("a server that knows of nobody is corrected by the tenant that does, and reads no browser's memory", async ({
      page,
      site,
    }) => {
      const server = await site(variant);
      await page.goto(server.app);
      await signIn(page, server.user);
      await expect(said(page, "Session")).toHaveText("authenticated");

      server.input = { initialState: anonymous };
      const release = await holdScripts(page);
      await page.reload({ waitUntil: "commit" });
      await expect(said(page, "User")).toHaveText("nobody");
      await expect(said(page, "Last used")).toHaveText("nothing");
      await expect(said(page, "Seconds left")).toHaveText("0");
      release();
      await expect(said(page, "User")).toHaveText(server.user.email);
      await expect(said(page, "Last used")).toHaveText(server.user.email);
      await expect(said(page, "Profile")).toHaveText("succeeded");
      await takenOver(page);
    });

    test("a part that is sent late finds the session that stands by then", async ({
      page,
      site,
    }) => {
      const server = await site(variant);
      let release = () => {};
      server.released = new Promise((resolve) => (release = resolve));
      server.input = { initialState: anonymous };
      await page.goto(server.app, { waitUntil: "commit" });
      await takenOver(page);
      await signIn(page, server.user);
      await expect(said(page, "User")).toHaveText(server.user.email);
      await expect(page.getByText("More is on its way.")).toBeVisible();
      release();
      await expect(said(page, "Late")).toHaveText(server.user.email);
    });

    test("a code that is waited for is waited for after a reload", async ({ page, site }) => {
      const server = await site(variant);
      const email = newEmail();
      await page.goto(server.app);
      await page.getByLabel("Address for a code").fill(email);
      await page.getByRole("button", { name: "Send" }).click();
      await expect(page.getByRole("button", { name: "Confirm" })).toBeVisible();

      server.input = { initialState: anonymous };
      const release = await holdScripts(page);
      await page.reload({ waitUntil: "commit" });
      await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
      release();
      const { code = "" } = await server.tenant.inbox.wait({ to: email });
      await page.getByLabel(`Code sent to ${email}`).fill(code);
      await page.getByRole("button", { name: "Confirm" }).click();
      await expect(said(page, "User")).toHaveText(email);
    });

    test("a page for members leaves for the tenant's login and comes back", async ({
      page,
      site,
    }) => {
      const server = await site(variant);
      await page.goto(`${server.app}/members`);
      await page.locator("#username").fill(server.user.email);
      await page.locator("#password").fill(server.user.password);
      await page.locator("#go").click();
      await page.waitForURL(`${server.app}/members`);
      await expect(said(page, "User")).toHaveText(server.user.email);
    });

    test("a page for members stays where the tenant knows the user whom the server does not", async ({
      page,
      site,
    }) => {
      const server = await site(variant);
      await page.goto(server.app);
      await signIn(page, server.user);
      await expect(said(page, "Session")).toHaveText("authenticated");
      const seen: string[] = [];
      page.on("framenavigated", (frame) => frame === page.mainFrame() && seen.push(frame.url()));
      for (const initialState of [undefined, anonymous, authenticated(server.user)]) {
        server.input = { initialState };
        await page.goto(`${server.app}/members`);
        await takenOver(page);
        await expect(said(page, "User")).toHaveText(server.user.email);
        await expect(page.getByText("Members", { exact: true })).toBeVisible();
      }
      expect(seen).toEqual(Array<string>(3).fill(`${server.app}/members`));
    });

    test("a page that is not what the server sent would be noticed", async ({
      page,
      site,
      noise,
    }) => {
      const server = await site(variant);
      await page.route(server.app, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: (await response.text()).replace("One moment", "Another moment"),
        });
      });
      await page.goto(server.app);
      await takenOver(page);
      expect(noise.splice(0).join("\n")).toMatch(/put right: .*(?:hydrat|#4\d\d)/i);
    });
  });
}
