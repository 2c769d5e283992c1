import { expect } from "../../e2e/fixtures.js";
import type { Ended } from "../../harness/contract.js";
import { test } from "../../contract/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import {
  compared,
  expectMeasured,
  openSheet,
  rowsFor,
  turnsFor,
  type Compared,
  type Measured,
} from "../sheet.js";
import { halfAnHour, inflict, storageFaults, type StorageFault } from "./faults.js";
import { storageFlows, type StorageFlow } from "./flows.js";
import { judge, look } from "./judge.js";
import measured from "./measured.json" with { type: "json" };

test.use({ trace: "off" });

/** auth0-js says to the console that it goes on without its cookies. */
const saidByBare = /^SecurityError: Access is denied|^CookieStorage: failing over/;

for (const engine of compared) {
  test.describe(`${engine}: storage that goes wrong`, () => {
    if (engine === "bare") test.use({ knownNoise: [saidByBare] });
    for (const [turn, flow] of turnsFor(engine, storageFlows)) {
      if (!flow.engines.includes(engine)) continue;
      test(flow.id, async ({ openLab, page }) => {
        test.setTimeout(120_000);
        await page.clock.install();
        const lab = await openLab(engine, { ...(flow.config && { config: flow.config }) });
        const sheet = openSheet("storage", engine, measured as Measured);
        for (const fault of rowsFor(storageFaults, turn)) {
          await test.step(fault.id, async () => {
            const ended = await meet(lab, engine, flow, fault);
            const seen = await look(lab);
            const wrong = await judge(lab, flow, fault, ended, seen);
            sheet.enter(cellOf(flow, fault), wrong, { ended, ...seen.about });
          });
        }
        await begin(lab, flow);
        await lab.attach();
        const good = await flow.run(lab, async () => {});
        expect(good, "afterwards all is well").not.toHaveProperty("code");
        sheet.check();
      });
    }
  });
}

test("every cell is counted, and every known fault is one of a cell", () => {
  expectMeasured(measured as Measured, (engine) =>
    storageFlows
      .filter(({ engines }) => engines.includes(engine))
      .flatMap((flow) => storageFaults.map((fault) => cellOf(flow, fault))),
  );
});

function cellOf(flow: StorageFlow, fault: StorageFault): string {
  return `${flow.id}: ${fault.id}`;
}

/** A page in which nothing is kept, and a tenant that knows nobody in this browser. */
async function begin(lab: Lab, { given }: StorageFlow): Promise<void> {
  const { page, address, tenant } = lab;
  tenant.endSessions();
  await page.unrouteAll();
  await page.goto(address);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
    for (const pair of document.cookie.split("; ")) {
      document.cookie = `${pair.split("=")[0]}=; Max-Age=0; path=/`;
    }
  });
  if (!given) return;
  await given(lab);
  await page.goto(address);
}

/** One flow in a browser of one kind. */
async function meet(
  lab: Lab,
  engine: Compared,
  flow: StorageFlow,
  { id, when }: StorageFault,
): Promise<Ended> {
  const { page, tenant } = lab;
  await begin(lab, flow);
  if (when === "always") await inflict(page, engine, id);
  await lab.attach();
  return flow.run(lab, async () => {
    // A page that was left comes back as a new document of the same browser.
    if (when === "half way" || engine === "bare") await inflict(page, engine, id);
    if (id !== "expired entry") return;
    tenant.clock.offset(tenant.clock.now() - Date.now() + halfAnHour);
    await page.clock.fastForward(halfAnHour);
  });
}
