// @vitest-environment jsdom
import { expect, test } from "vitest";
import { ada, openPage } from "./client-page.js";
import { diagnosed, named } from "./diagnosis-page.js";

const url = "https://id.another.example";
const sites = { app: "https://app.portico.example", tenant: url };

test("a different site is a warning, and whether its cookies are blocked stays open", async () => {
  const page = await openPage({}, { url });
  const { findings, unchecked } = await diagnosed(page);
  expect(findings).toMatchObject([{ code: "different_site", severity: "warning", details: sites }]);
  expect(unchecked).toContain("third_party_cookies_blocked");
  const asked = await diagnosed(page, { interactive: true });
  expect(named(asked)).toEqual([{ code: "different_site", details: sites }]);
  expect(asked.unchecked).toContain("third_party_cookies_blocked");
});

test("blocked cookies of a tenant on another site are an error, told by a window", async () => {
  const page = await openPage({}, { url });
  await page.client.login(ada);
  page.browser.hideCookies(true);
  const warned = await diagnosed(page);
  expect(named(warned)).toEqual([{ code: "different_site", details: sites }]);
  expect(warned.unchecked).toContain("third_party_cookies_blocked");
  const { findings, unchecked } = await diagnosed(page, { interactive: true });
  expect(findings).toMatchObject([
    { code: "third_party_cookies_blocked", severity: "error", details: sites },
  ]);
  expect(unchecked).toEqual(["clock_skew", "unsupported_algorithm"]);
});

test("cookies that are let through leave a warning, and nothing open", async () => {
  const page = await openPage({}, { url });
  await page.client.login(ada);
  const { findings, unchecked } = await diagnosed(page, { interactive: true });
  expect(findings.map(({ code }) => code)).toEqual(["different_site"]);
  expect(unchecked).toEqual([]);
});
