import { test } from "../../contract/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import { expectMeasured, openSheet, turnsFor, type Measured, type Wrong } from "../sheet.js";
import measured from "./measured.json" with { type: "json" };
import { scenarios } from "./scenarios.js";
import { createTabs } from "./tabs.js";

// Playwright turns the browser's cache of pages off, because a restored page is none that it made.
test.use({
  trace: "off",
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
});

const known = measured as Measured;
/** Tabs know nothing of each other with auth0-js itself, so that there is nothing to compare. */
const engines = ["portico", "auth0-js"] as const;

for (const engine of engines) {
  test.describe(`${engine}: several tabs`, () => {
    for (const [, { id, title, run }] of turnsFor(engine, scenarios)) {
      test(title, async ({ openLab, stack }) => {
        const sheet = openSheet("tabs", engine, known);
        const first = await openLab(engine, {});
        const tabs = createTabs(first, stack);
        await run(tabs);
        const living = tabs.living();
        const wrong = new Set<Wrong>();
        for (const lab of living) for (const one of await wrongIn(lab)) wrong.add(one);
        const [usable] = living;
        const again = await usable?.call("login", stack.user);
        if (again?.code !== undefined || again?.mistake) wrong.add("unusable");
        sheet.enter(id, [...wrong], again);
        sheet.check();
      });
    }
  });
}

test("every scenario is counted once for each engine", () => {
  expectMeasured(known, (engine) => (engine === "bare" ? [] : scenarios.map(({ id }) => id)));
});

/** What a tab has left behind, where other scripts or people find it. */
async function wrongIn({ page, secrets }: Lab): Promise<Wrong[]> {
  const left = await page.evaluate(() => ({
    stored: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    address: location.href,
    history: JSON.stringify(history.state),
    cookies: document.cookie,
    document: document.documentElement.outerHTML,
    session: JSON.stringify(window.contract.client.session.get()),
    frames: document.querySelectorAll("iframe").length,
  }));
  const litter = left.frames > 0 || left.stored.includes("portico.transactions");
  const leaks = await secrets.foundIn(JSON.stringify(left));
  return [
    ...(litter ? (["litter"] as const) : []),
    ...(leaks.length > 0 ? (["leak"] as const) : []),
  ];
}
