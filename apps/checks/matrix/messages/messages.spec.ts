import { expect } from "../../e2e/fixtures.js";
import { test } from "../callbacks/fixtures.js";
import { signedInElsewhere } from "../callbacks/visitor.js";
import {
  compared,
  expectMeasured,
  openSheet,
  rowsFor,
  turnsFor,
  type Compared,
  type Measured,
} from "../sheet.js";
import { holdTenant } from "./attempt.js";
import type { Channel, HostileRow } from "./hostile-row.js";
import measuredCells from "./measured.json" with { type: "json" };
import { answerTruly, meet, type Bench } from "./meet.js";
import { meetAtRelay, type Opener } from "./relay.js";
import { classes } from "./rows.js";
import { serveSenders } from "./senders.js";

test.use({ trace: "off" });

/** Milliseconds: none that has to pass comes by itself. */
const deadlines = { request: 15_000, silent: 120_000, keys: 15_000, popup: 120_000 };

const measured: Measured = measuredCells;
const nameOf = (channel: Channel, kind: string, { id }: HostileRow) => `${channel}: ${kind}: ${id}`;

/** A callback page of auth0-js is its app's own page, which is not compared. */
const channelsOf = (engine: Compared): readonly Channel[] =>
  engine === "bare" ? ["silent", "popup"] : ["silent", "popup", "relay"];

for (const engine of compared) {
  for (const channel of ["silent", "popup"] as const) {
    for (const [turn, { name, rows: all }] of turnsFor(engine, classes)) {
      const rows = rowsFor(all, turn);
      test(`${engine}: ${name}: ${rows.length} hostile messages, ${channel}`, async ({
        openLab,
        context,
        page,
        noise,
      }) => {
        test.setTimeout(90_000);
        await page.clock.install();
        const lab = await openLab(engine, { config: { deadlines } });
        await page.evaluate(() => {
          window.heard = 0;
          window.addEventListener("message", () => (window.heard += 1), true);
        });
        const visitor = await signedInElsewhere(lab);
        await holdTenant(lab);
        await serveSenders(context);
        const bench: Bench = { engine, lab, visitor, channel, noise };
        const sheet = openSheet("messages", engine, measured);
        for (const row of rows) {
          const cell = nameOf(channel, name, row);
          await test.step(cell, async () => {
            const { wrong, seen } = await meet(bench, row);
            sheet.enter(cell, wrong, seen);
          });
        }
        sheet.check();
        if (engine !== "bare") {
          const { ended, times } = await answerTruly(bench);
          const expected = { ended: { value: { kind: "authenticated" } }, times: 1 };
          expect({ ended, times }, "then the true message counts").toMatchObject(expected);
        }
        await visitor.dispose();
      });
    }
  }
}

for (const engine of ["portico", "auth0-js"] as const) {
  test(`${engine}: hostile messages at a callback page, which tells its opener alone`, async ({
    openLab,
    context,
    stack,
    noise,
  }) => {
    test.setTimeout(90_000);
    const { secrets } = await openLab(engine, {});
    await serveSenders(context);
    const openers = new Map<string, Opener>();
    const parts = { engine, script: {}, stack, secrets, config: {} };
    const sheet = openSheet("messages", engine, measured);
    for (const [turn, { name, rows }] of turnsFor(engine, classes)) {
      for (const row of rowsFor(rows, turn)) {
        const cell = nameOf("relay", name, row);
        await test.step(cell, async () => {
          const { wrong, seen } = await meetAtRelay({ parts, context, noise, openers }, row);
          sheet.enter(cell, wrong, seen);
        });
      }
    }
    sheet.check();
  });
}

test("what is known of each engine is about cells of the table", () => {
  expectMeasured(measured, (engine) =>
    channelsOf(engine).flatMap((channel) =>
      classes.flatMap(({ name, rows }) => rows.map((row) => nameOf(channel, name, row))),
    ),
  );
});
