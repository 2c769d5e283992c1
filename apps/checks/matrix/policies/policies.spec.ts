import { expect } from "../../e2e/component-page.js";
import { expectMeasured, openSheet, type Measured } from "../sheet.js";
import { policies } from "./cells.js";
import measured from "./measured.json" with { type: "json" };
import { works, type PageName } from "./pages.js";
import { test } from "./visit.js";

const known = measured as Measured;
const pageNames = Object.keys(works) as PageName[];
const nameOf = (policy: string, page: PageName) => `${page}: ${policy}`;

test.use({ trace: "off" });

for (const { id, variants } of policies) {
  test.describe(id, () => {
    for (const name of pageNames) {
      test(`${name}: nothing breaks the policy, and there is a way to the end`, async ({
        visit,
        site,
        context,
      }) => {
        const sheet = openSheet("policies", "portico", known);
        for (const { served, pages } of variants) {
          await context.clearCookies();
          await pages[name](await visit(served(site)));
        }
        sheet.enter(nameOf(id, name), [], undefined);
        sheet.check();
      });
    }
  });
}

test("what breaks the policy would be heard of twice", async ({ visit, site, noise, reports }) => {
  const { page, open } = await visit({ headers: site.headers });
  await open("Login");
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML("beforeend", "<i></i>");
    } catch {
      // A text is no trusted HTML.
    }
  });
  await expect.poll(() => noise.join("\n")).toContain("policy: style-src-attr inline");
  await expect.poll(() => noise.join("\n")).toContain("policy: require-trusted-types-for");
  await expect.poll(() => reports.join("\n")).toContain("style-src-attr");
  await expect.poll(() => reports.join("\n")).toContain("require-trusted-types-for");
  noise.splice(0);
  reports.splice(0);
});

test("every page is counted once under each policy", () => {
  const cells = policies.flatMap(({ id }) => pageNames.map((name) => nameOf(id, name)));
  expectMeasured(known, (engine) => (engine === "portico" ? cells : []));
});
