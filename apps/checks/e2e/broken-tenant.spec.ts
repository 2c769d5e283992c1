import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "@playwright/test";
import { buildPages, temporaryFolder } from "../stack/start-stack.js";
import { serveFolder } from "../stack/serve-folder.js";
import { expect, signIn, test } from "./fixtures.js";

const bin = join(import.meta.dirname, "../../../packages/tenant/dist/bin.js");

/** The form answers again: the e-mail is kept, the password is not, and the button can be pressed. */
async function expectUsable(page: Page, email: string): Promise<void> {
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
}

test("a tenant that is killed in the middle of a login is a network failure, at once", async ({
  page,
  stack,
}) => {
  const folder = await temporaryFolder();
  const served = await serveFolder(folder);
  const app = `http://localhost:${served.port}`;
  const tenant = await startTenantProcess(app);
  try {
    await buildPages(folder, tenant.url, stack.clientId);
    await page.goto(`${app}/sign-in`);
    // It stops answering first, so that the login is certainly under way when the end comes.
    const asked = page.waitForRequest(/\/co\/authenticate$/);
    tenant.process.kill("SIGSTOP");
    await signIn(page, stack.user.email, stack.user.password);
    await asked;
    tenant.process.kill("SIGKILL");
    await expect(page.getByRole("alert")).toContainText("couldn't reach the sign-in service");
    await expectUsable(page, stack.user.email);
  } finally {
    tenant.process.kill("SIGKILL");
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
});

for (const path of ["/co/authenticate", "/authorize", "/oauth/token"]) {
  test(`a tenant that never answers at ${path} ends at the deadline, and the next try works`, async ({
    page,
    stack,
  }) => {
    // The form shows before it is known who is signed in, and that question is not to meet the fault.
    const known = page.waitForResponse(/\/authorize\?/);
    await page.goto(`${stack.app}/sign-in`);
    await known;
    await expect(page.locator("iframe")).toHaveCount(0);
    await expect(page.getByLabel("E-mail")).toBeVisible();
    const { id } = stack.tenant.faults.add({ match: { path }, times: 1, fault: "hang" });
    await page.clock.install();
    await signIn(page, stack.user.email, stack.user.password);
    const hits = () => stack.tenant.faults.list().find((rule) => rule.id === id)?.hits;
    await expect.poll(hits).toBe(1);
    await page.clock.fastForward(15_000);
    await expect(page.getByRole("alert")).toContainText("took too long");
    await expectUsable(page, stack.user.email);
    await expect(page.locator("iframe")).toHaveCount(0);

    await page.getByLabel("Password", { exact: true }).fill(stack.user.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(`${stack.app}/projects`);
  });
}

/** The tenant as a program of its own. */
async function startTenantProcess(app: string): Promise<{ process: ChildProcess; url: string }> {
  if (!existsSync(bin)) throw new Error(`${bin} is not there. Run "npm run build" first.`);
  const child = spawn(process.execPath, [bin, "--port", "0", "--app-origin", app], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) return { process: child, url };
  }
  throw new Error("The tenant ended before it was ready.");
}
