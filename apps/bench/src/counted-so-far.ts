import type { Page } from "playwright";
import type {} from "./in-page/window.js";

/** The renders that `countRenders` has counted; it begins anew. A counter that sees nothing would tell of no renders, too. */
export function countedSoFar(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { renders } = window.reactWork;
    Object.assign(window.reactWork, { commits: 0, renders: 0 });
    return renders;
  });
}
