import type { Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

/** What axe finds wrong, short enough to read in a report. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
  );
}

/** The same, and whether anything has to be scrolled for sideways. */
export async function complaints(page: Page): Promise<string[]> {
  const found = await violations(page);
  const isWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return [...found, ...(isWide ? ["wide"] : [])];
}
