import type { Page } from "@playwright/test";
import { diagnose, openDiagnose } from "./core-diagnose-page.js";
import { expect, test } from "./fixtures.js";

test.describe("diagnose knows which addresses are one site", () => {
  /** A tenant that exists in this page only, at an address that the local one does not answer to. */
  async function playTenant(page: Page, origin: string, app: string): Promise<void> {
    const headers = {
      "access-control-allow-origin": app,
      "access-control-allow-credentials": "true",
    };
    const refuse = (error: string) => ({ status: 403, headers, json: { error } });
    await page.route(`${origin}/.well-known/**`, (route) =>
      route.fulfill({ headers, json: { issuer: `${origin}/` } }),
    );
    await page.route(`${origin}/oauth/token`, (route) => route.fulfill(refuse("invalid_grant")));
    await page.route(`${origin}/co/*`, (route) => route.fulfill(refuse("access_denied")));
    await page.route(`${origin}/authorize?*`, (route) => {
      const state = new URL(route.request().url()).searchParams.get("state");
      const message = {
        type: "authorization_response",
        response: { error: "login_required", state },
      };
      const script = `parent.postMessage(${JSON.stringify(message)}, ${JSON.stringify(app)})`;
      return route.fulfill({ contentType: "text/html", body: `<script>${script}</script>` });
    });
  }

  for (const [tenant, codes] of [
    ["http://id.p.localhost", []],
    ["http://p.localhost", []],
    ["http://id.q.localhost", ["different_site"]],
    ["https://id.p.localhost", ["different_site"]],
  ] as const) {
    test(`${tenant} beside http://app.p.localhost`, async ({ page, stack }) => {
      const app = `http://app.p.localhost:${new URL(stack.app).port}`;
      await playTenant(page, tenant, app);
      await openDiagnose(page, app, { domain: tenant });
      const { findings } = await diagnose(page);
      expect(findings.map(({ code }) => code)).toEqual(codes);
      expect(await page.evaluate(() => document.cookie)).toBe("");
    });
  }
});
