import type { Browser, Page } from "playwright";
import type { Tenant } from "@portico/tenant";
import { fast } from "./browser.js";
import type { Bytes } from "./bytes.js";
import type { WithForm } from "./contestants.js";
import { watchSignIn } from "./in-page/watch-sign-in.js";
import { openForm } from "./load.js";
import { fetched, weigh } from "./loaded.js";
import { guarded, user } from "./tenant.js";

/** A visit of every flow of a panel. */
export interface Walk {
  readonly steps: readonly WalkStep[];
  /** What it has loaded in the end: paths in the folder of the page. */
  readonly scripts: readonly string[];
}

/** What a panel has loaded by the end of a flow. */
export interface WalkStep {
  readonly step: string;
  readonly scripts: Bytes;
}

/**
 * Goes through every flow of a panel in one page, as nobody does, and weighs the scripts that it has fetched by then: a
 * bundler counts those, too, that nobody ever asks for.
 */
export async function walkThrough(
  browser: Browser,
  tenant: Tenant,
  panel: WithForm,
): Promise<Walk> {
  const { context, page, cdp, traffic } = await openForm(
    browser,
    { ...panel, query: "?password-realm" },
    fast,
    [watchSignIn],
  );
  const walked: WalkStep[] = [];
  const step = async (name: string, take: () => Promise<void>) => {
    await take();
    await traffic.quiet();
    walked.push({ step: name, scripts: await weigh(cdp, traffic, "Script") });
  };
  await step("the form is there", async () => {});
  await step("a sign-up, refused for its password", async () => {
    await page.getByRole("tab", { name: "Create account" }).click();
    await page.getByLabel("E-mail").fill("grace@example.com");
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("tabpanel").getByRole("button", { name: "Create account" }).click();
    await page.locator("[aria-invalid=true]").waitFor();
  });
  await step("a link to reset a password, sent", async () => {
    await page.getByRole("tab", { name: "Sign in" }).click();
    await press(page, "Forgot password?");
    await page.getByLabel("E-mail").fill(user.email);
    await press(page, "Send link");
    await page.getByText("Check your inbox").waitFor();
  });
  await step("a code by e-mail, sent and mistyped", async () => {
    await press(page, "Back to sign in");
    await press(page, "Sign in with a code instead");
    await page.getByLabel("E-mail").fill(user.email);
    await press(page, "Send code");
    await page.getByRole("textbox", { name: "Code" }).fill("000000");
    await page.getByText("That code is wrong").waitFor();
  });
  await step("a password, and a second factor by e-mail", async () => {
    await press(page, "Back");
    await press(page, "Sign in with a password instead");
    await page.getByLabel("E-mail").fill(guarded.email);
    await page.getByLabel("Password", { exact: true }).fill(guarded.password);
    await page.getByRole("tabpanel").getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("button", { name: /^E-mail/ }).click();
    const { code } = await tenant.inbox.wait({ to: guarded.email });
    if (!code) throw new Error("The second factor came without a code.");
    await page.getByRole("textbox", { name: "Code" }).fill(code);
    await page.locator("html[data-signed-in]").waitFor({ state: "attached" });
  });
  const scripts = fetched(traffic, "Script").map(({ url }) => new URL(url).pathname);
  await context.close();
  return { steps: walked, scripts };
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
