import { expect } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import { compared, expectMeasured, openSheet, rowsFor, turnsFor, type Measured } from "../sheet.js";
import { installHoldBack } from "./await-end.js";
import { faultyCalls } from "./calls.js";
import { canary } from "./faulty-call.js";
import { test, verifierIn } from "./fixtures.js";
import { judge, type Cell } from "./judge.js";
import measured from "./measured.json" with { type: "json" };
import { cellName, cellsOf, meetFault } from "./meet-fault.js";

test.use({ trace: "off" });

for (const engine of compared) {
  test.describe(`${engine}: a network that fails`, () => {
    for (const [turn, one] of turnsFor(engine, faultyCalls)) {
      if (engine === "bare" && !one.bare) continue;
      const faults = rowsFor(one.faults, turn);
      test(`${one.title}: ${faults.length} faults`, async ({ openLab, page, context, hear }) => {
        test.setTimeout(120_000);
        await page.clock.install();
        await page.addInitScript(installHoldBack);
        const lab = await openLab(engine, one);
        await lab.tenant.seed({ clients: [], users: [canary] });
        lab.secrets.add(canary.password);
        context.on("request", (request) => {
          const verifier = verifierIn(request);
          if (verifier) lab.secrets.add(verifier);
        });
        const devtools = await context.newCDPSession(page);
        await one.first?.(lab);
        const sheet = openSheet("network", engine, measured as Measured);
        for (const fault of faults) {
          await test.step(fault.id, async () => {
            const cell = await meetFault({ lab, devtools, hear }, one, fault);
            const { dump: _dump, ...ended } = cell.ended ?? {};
            const seen = { ended, left: cell.left, litter: cell.litter, heard: cell.heard };
            sheet.enter(cellName(one, fault), await judge(lab, engine, cell), seen);
            if (engine === "bare") await forgetAttempt(lab, cell);
          });
        }
        sheet.check();
        if (engine === "bare") return;
        if (one.freshClient) await lab.attach();
        await one.given?.(lab);
        expect(await one.call(lab), "afterwards the page is usable").not.toHaveProperty("code");
      });
    }
  });
}

test("what is known of the network's faults is about cells of the table", () => {
  expectMeasured(measured as Measured, (engine) => cellsOf(faultyCalls, engine));
});

/** auth0-js keeps a cookie for each attempt that has failed, and the request of each that never ends. */
async function forgetAttempt({ page, open }: Lab, { ended }: Cell): Promise<void> {
  // No server takes so many cookies.
  await page.context().clearCookies({ name: /^_?(com\.auth0\.auth\.|co\/verifier)/ });
  // The browser does not ask for the same again while it waits for it.
  if (!ended) await open();
}
