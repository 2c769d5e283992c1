import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";
import { count, enroll, expect, openInbox, people, sendLink, test } from "./inbox-page.js";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`is accessible, ${colorScheme}, ${width} px wide`, async ({ page, tenant }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await openInbox(page, tenant);
      expect(await complaints(page)).toEqual([]);
      await enroll(tenant, "grace", "email");
      await enroll(tenant, "radia", "auth0");
      await sendLink(tenant, people.grace);
      await count(page, "3 messages");
      expect(await complaints(page)).toEqual([]);
      await page.getByRole("button", { name: "Clear all" }).click();
      expect(await complaints(page)).toEqual([]);
    });
  }
}

/** What axe finds wrong, and whether anything has to be scrolled for sideways. */
async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [
    ...results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
    ),
    ...(wide ? ["wide"] : []),
  ];
}
