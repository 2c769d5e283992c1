import { createLab } from "../../contract/lab.js";
import {
  compared,
  expectMeasured,
  openSheet,
  rowsFor,
  turnsFor,
  type Compared,
  type Measured,
  type Wrong,
} from "../sheet.js";
import type { CallbackRow, Channel } from "./callback-row.js";
import { test } from "./fixtures.js";
import measuredCells from "./measured.json" with { type: "json" };
import { meet, type Door } from "./meet.js";
import { classes } from "./rows.js";
import { signedInElsewhere } from "./visitor.js";

test.use({ trace: "off" });

const measured: Measured = measuredCells;

/** auth0-js reads the fragment alone. */
const channelsOf = (engine: Compared): readonly Channel[] =>
  engine === "bare" ? ["fragment"] : ["fragment", "query"];

/** Who takes a callback: the app itself, or the start of its client. */
const doorsOf = (engine: Compared): readonly Door[] =>
  engine === "bare" ? ["start"] : ["completeCallback", "start"];

const nameOf = (channel: Channel, kind: string, { id }: CallbackRow) =>
  `${channel}: ${kind}: ${id}`;

for (const engine of compared) {
  for (const channel of channelsOf(engine)) {
    for (const [turn, { name, rows: all }] of turnsFor(engine, classes)) {
      const rows = rowsFor(all, turn);
      test(`${engine}: ${name}: ${rows.length} malformed responses in the ${channel}`, async ({
        openLab,
        context,
        stack,
        noise,
      }) => {
        test.setTimeout(90_000);
        const lab = await openLab(engine, {});
        const { secrets } = lab;
        const openOtherTab = async () => {
          const page = await context.newPage();
          const tab = createLab({ engine, script: {}, page, stack, secrets, config: {} });
          await tab.open();
          return tab;
        };
        const visitor = await signedInElsewhere(lab);
        const bench = { engine, lab, openOtherTab, visitor, channel, noise };
        const sheet = openSheet("callbacks", engine, measured);
        for (const row of rows) {
          const cell = nameOf(channel, name, row);
          await test.step(cell, async () => {
            const wrong = new Set<Wrong>();
            const seen: unknown[] = [];
            for (const door of doorsOf(engine)) {
              const met = await meet(bench, row, door);
              for (const one of met.wrong) wrong.add(one);
              seen.push(met.seen);
            }
            sheet.enter(cell, [...wrong], seen);
          });
        }
        await visitor.dispose();
        sheet.check();
      });
    }
  }
}

test("what is known of each engine is about cells of the table", () => {
  expectMeasured(measured, (engine) =>
    channelsOf(engine).flatMap((channel) =>
      classes.flatMap(({ name, rows }) => rows.map((row) => nameOf(channel, name, row))),
    ),
  );
});
