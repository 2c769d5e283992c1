import type { Page } from "@playwright/test";
import { expect, fillIn, newEmail, password, shownOf } from "../../e2e/component-page.js";
import type { ComponentSite } from "../../stack/component-pages.js";
import { startComponentRenderer } from "../../stack/component-renderer.js";

/** Forms that a server rendered and whose scripts never come: the browser sends them itself. */
export async function sentWithoutScripts({
  page,
  site,
}: {
  readonly page: Page;
  readonly site: ComponentSite;
}): Promise<void> {
  const renderer = await startComponentRenderer({ react: "19", mode: "development" });
  await page.route("**/*.js", (route) => route.abort());
  const config = { clientId: renderer.origin, redirectUri: renderer.page };
  const visited: string[] = [];
  const methods: string[] = [];
  page.on("request", (request) => {
    visited.push(request.url());
    if (request.isNavigationRequest()) methods.push(request.method());
  });
  for (const app of ["Login", "Signup", "AuthPanel"] as const) {
    renderer.shown = shownOf(site, app, { config });
    await page.goto(renderer.page);
    await fillIn(page, { "E-mail": newEmail(), Password: password });
    await page.getByLabel("Password", { exact: true }).press("Enter");
    const back = page.waitForEvent("load");
    // An extension or an impatient script may do what the disabled button does not.
    await page.evaluate(() => document.forms[0]?.submit());
    await back;
    expect(methods.at(-1), app).toBe("POST");
    expect(page.url(), app).toBe(renderer.page);
  }
  expect(visited.filter((url) => url.includes(encodeURIComponent(password)))).toEqual([]);
  await renderer.close();
}
