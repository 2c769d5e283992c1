import { test as base, type Page } from "@playwright/test";
import { startStack, type Stack } from "../stack/start-stack.js";

/** `stack` is shared by the tests of one worker, so a test that changes a user makes one of its own. */
export const test = base.extend<
  { quiet: void; knownNoise: readonly (string | RegExp)[] },
  { https: boolean; stack: Stack }
>({
  // Whether the tenant speaks https. The pages do not.
  https: [false, { option: true, scope: "worker" }],
  stack: [
    async ({ https }, use) => {
      const stack = await startStack({ https });
      await use(stack);
      await stack.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  // What a library of somebody else writes to the console in a use that is correct.
  knownNoise: [[], { option: true }],
  // No page of ours may write to the console or leave an error uncaught, whatever the test does.
  quiet: [
    async ({ context, stack, knownNoise }, use) => {
      stack.tenant.faults.clear();
      const noise: string[] = [];
      context.on("console", (message) => {
        const text = message.text();
        const isKnown = knownNoise.some((known) =>
          typeof known === "string" ? known === text : known.test(text),
        );
        if (isOurs(message.location().url, stack) && !isKnown) noise.push(text);
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await use();
      test.expect(noise, "console output and uncaught errors").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";

/** The browser itself reports refused requests; those belong to the tenant's addresses. */
function isOurs(url: string, { app, appElsewhere }: Stack): boolean {
  return url.startsWith(app) || url.startsWith(appElsewhere);
}

/** An address that nobody else in the run uses. */
export function newEmail(): string {
  return `user-${crypto.randomUUID()}@example.com`;
}

/** Fills and submits the demo's sign-in form. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Fills and submits the tenant's own login page. */
export async function signInAtTenant(page: Page, { user }: Stack): Promise<void> {
  await page.locator("#username").fill(user.email);
  await page.locator("#password").fill(user.password);
  await page.locator("#go").click();
}

/** What the tenant was asked since its log was cleared, without preflights: `POST /oauth/token`. */
export function requestsTo({ tenant }: Stack): string[] {
  return tenant
    .requests()
    .filter(({ preflight }) => !preflight)
    .map(({ method, path }) => `${method} ${path}`);
}
