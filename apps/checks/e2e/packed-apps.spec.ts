import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { run } from "./packed-apps-programs.js";
import { expect, test } from "./packed-apps.js";

// In one worker, one after the other: the apps are installed once.
test.describe.configure({ mode: "default" });

const compiler = join(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");

/** What the compiler complains about. */
const compile = (folder: string) => run(["node", compiler, "-p", "."], { folder });

async function signIn(page: Page): Promise<void> {
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password", { exact: true }).fill("Analytical-Engine-1843");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs in, is still signed in after a reload, and signs out by a button that has the name. */
async function signInAndOut(page: Page): Promise<void> {
  const signOut = page.getByRole("button", { name: "Sign Ada Lovelace out" });
  await signIn(page);
  await expect(signOut).toBeVisible();
  await page.reload();
  await signOut.click();
  await expect(page.getByLabel("E-mail")).toBeVisible();
}

test("the README's app signs in, on Vite and React 19, under the strict policy", async ({
  page,
  apps,
}) => {
  await page.goto(apps.origin["vite-react-19"]);
  await signIn(page);
  await expect(page.getByText("You're signed in as Ada Lovelace")).toBeVisible();
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("E-mail")).toBeVisible();
});

test("an app with a hook signs in, on Vite and React 18, under the strict policy", async ({
  page,
  apps,
}) => {
  await page.goto(apps.origin["vite-react-18"]);
  await signInAndOut(page);
});

for (const react of ["19", "18"] as const) {
  test(`the types hold with those of React ${react}, all libraries checked`, async ({ apps }) => {
    const folder = apps.folder[`vite-react-${react}`];
    const types = await readFile(join(folder, "node_modules/@types/react/package.json"), "utf8");
    expect(JSON.parse(types)).toMatchObject({
      version: expect.stringMatching(new RegExp(`^${react}\\.`)),
    });
    expect(await compile(folder)).toBe("");
  });
}

test.describe("Next.js, App Router", () => {
  test("sends a page with the form in it, which signs in", async ({ page, apps }) => {
    const sent = await (await fetch(apps.origin.next)).text();
    expect(sent).toMatch(/<input[^>]*type="password"/);
    expect(sent).toContain("Nobody is signed in.");
    await page.goto(apps.origin.next);
    await signInAndOut(page);
  });

  test("would tell of a page that is not what the server sent", async ({ page, apps, noise }) => {
    await page.route(`${apps.tenant}/**`, (route) => route.abort());
    await page.route(`${apps.origin.next}/`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace("<p>Nobody is", "<p>Somebody is");
      await route.fulfill({ response, body });
    });
    await page.goto(apps.origin.next);
    await expect.poll(() => noise.join("\n")).toMatch(/#418|hydrat/i);
    noise.splice(0);
    await expect(page.getByText("Nobody is signed in.")).toBeVisible();
  });
});

test.describe("a page without React, as the package's README shows it", () => {
  test("signs in with one script, under the strict policy", async ({ page, apps }) => {
    const scripts = new Set<string>();
    page.on("request", (request) => {
      if (request.resourceType() === "script") scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(apps.origin.widget);
    const submit = page.getByRole("button", { name: "Sign in", exact: true });
    await expect(submit).toHaveCSS("min-height", "44px");
    await page.getByRole("tab", { name: "Create account" }).click();
    await expect(page.getByRole("button", { name: "Create account" })).toBeVisible();
    await page.getByRole("tab", { name: "Sign in" }).click();
    await signInAndOut(page);
    expect([...scripts]).toEqual(["/widget.js"]);
  });

  test("has types that need none of React's", async ({ apps }) => {
    expect(await compile(apps.folder.widget)).toBe("");
  });

  test("gets nobody's code without its license, and a file that imports none", async ({ apps }) => {
    const dist = join(apps.folder.widget, "node_modules/@portico/components/dist");
    const licenses = await readFile(join(dist, "widget.licenses.md"), "utf8");
    for (const name of ["react", "react-dom", "scheduler", "react-hook-form", "zod", "uqr"]) {
      expect(licenses).toContain(`## ${name} - `);
    }
    expect(await readFile(join(dist, "widget.js"), "utf8")).not.toMatch(/\bimport\s*[("'{*]/);
  });
});
