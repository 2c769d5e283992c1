import { expect, test as base } from "@playwright/test";
import type { Target } from "../../../.storybook/browsers/differences.js";
import { startStack, type Stack } from "../stack/start-stack.js";
import type { Browser, Session, Tab } from "./driver.js";
import { button, byId, field, submit } from "./places.js";
import { startTarget } from "./targets.js";

export { expect } from "@playwright/test";
export { newEmail } from "../e2e/fixtures.js";

/** A password that the tenant's policy takes. */
export const password = "Long-enough-42";

/** Which browser a project drives. */
export interface TargetOptions {
  target: Target;
}

/** `browser` and `stack` are shared by the tests of one target; `session` is somebody new for each. */
export const test = base.extend<
  { session: Session; tab: Tab },
  TargetOptions & { driven: Browser; stack: Stack }
>({
  target: ["chromium", { option: true, scope: "worker" }],
  driven: [
    async ({ target }, use) => {
      const browser = await startTarget(target);
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 30_000 },
  ],
  stack: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const stack = await startStack();
      await use(stack);
      await stack.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  session: async ({ driven, stack }, use) => {
    stack.tenant.faults.clear();
    const session = await driven.open();
    await use(session);
    await session.close();
  },
  tab: async ({ session }, use, info) => {
    const tab = await session.newTab();
    await use(tab);
    // What can be seen of a failure, whoever drives the browser.
    if (info.status !== info.expectedStatus) await tab.screenshot(info.outputPath("seen.png"));
  },
});

/** Waits until the tab is at an address. */
export async function arrives(tab: Tab, at: string | RegExp): Promise<void> {
  await eventually(async () => {
    const url = await tab.url();
    if (typeof at === "string") expect(url).toBe(at);
    else expect(url).toMatch(at);
  });
}

/** Waits until a text can be read in the page. */
export async function shows(tab: Tab, text: string): Promise<void> {
  await eventually(async () =>
    expect(await tab.run(() => document.body.innerText)).toContain(text),
  );
}

/** Waits until what is claimed holds; a page that is being left cannot be asked. */
export async function eventually(claim: () => Promise<void>): Promise<void> {
  await expect(claim).toPass({ timeout: 10_000, intervals: [30, 60, 120, 250] });
}

/** Fills and submits the demo's sign-in form. */
export async function signIn(tab: Tab, user: { email: string; password: string }): Promise<void> {
  await tab.fill(field("E-mail"), user.email);
  await tab.fill(field("Password"), user.password);
  await tab.click(submit("Sign in"));
}

/** Signs the stack's user in at the demo, and goes on to the account page. */
export async function signedIn(tab: Tab, { app, user }: Stack): Promise<void> {
  await tab.goto(`${app}/sign-in?returnTo=/account`);
  await signIn(tab, user);
  await arrives(tab, `${app}/account`);
  await shows(tab, "Ada Lovelace");
}

/** Fills and submits the tenant's own login page. */
export async function signInAtTenant(tab: Tab, { user }: Stack): Promise<void> {
  await tab.fill(byId("username"), user.email);
  await tab.fill(byId("password"), user.password);
  await tab.click(byId("go"));
}

/** Leaves for the tenant's own login page. */
export async function leaveForTenant(tab: Tab, stack: Stack): Promise<void> {
  await tab.click(button("Use the hosted sign-in page instead"));
  await arrives(tab, new RegExp(`^${stack.tenant.url}/u/login`));
}
