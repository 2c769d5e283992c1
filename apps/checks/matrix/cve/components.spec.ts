import { test } from "../../e2e/component-page.js";
import { expectMeasured, openSheet, type Measured } from "../sheet.js";
import { componentProofs } from "./markup.js";
import measured from "./measured.json" with { type: "json" };
import { pack } from "./pack.js";

const known = measured as Measured;

test.use({ trace: "off" });

for (const row of pack) {
  if (row.of !== "components") continue;
  const { cve, promise } = row;
  test(`${cve}: ${promise}`, async ({ page, site, noise }) => {
    test.setTimeout(90_000);
    const sheet = openSheet("cve", "portico", known);
    await componentProofs[cve]({ page, site });
    // The browser says so itself where a test keeps scripts from a page.
    if (cve === "CVE-2026-107370") noise.splice(0);
    sheet.enter(cve, [], undefined);
    sheet.check();
  });
}

test("every weakness is counted once", () => {
  const cells = pack.map(({ cve }) => cve);
  expectMeasured(known, (engine) => (engine === "portico" ? cells : []));
});
