import { expect } from "../../e2e/fixtures.js";
import type { Lab } from "../../contract/lab.js";
import { test as base } from "../../contract/fixtures.js";
import { compared, expectMeasured, openSheet, rowsFor, turnsFor, type Measured } from "../sheet.js";
import { attempt } from "./attempt.js";
import { entries, type Entry } from "./entries.js";
import measured from "./measured.json" with { type: "json" };
import type { Place } from "./place.js";
import { newPrimary } from "./primary.js";
import { forged, tokenRows } from "./table.js";
import { everywhere, type Known, type TokenRow } from "./token-row.js";

/** Console output and uncaught errors belong to the cell that they are heard in, which is wrong for it. */
const test = base.extend<{ noise: string[] }>({
  noise: async ({ context, stack }, use) => {
    const noise: string[] = [];
    context.on("console", (message) => {
      const byPage = message.location().url.startsWith(stack.app);
      if (byPage && !/ blocked by CORS policy: /.test(message.text())) noise.push(message.text());
    });
    context.on("weberror", (error) => noise.push(String(error.error())));
    await use(noise);
  },
  quiet: async ({ stack }, use) => {
    stack.tenant.faults.clear();
    await use();
  },
});
test.use({ trace: "off" });

const pinned = measured as Measured;
const plain: TokenRow = { id: "a plain valid token", at: everywhere("accepted") };

for (const engine of compared) {
  for (const [turn, entry] of turnsFor(engine, entries)) {
    test(`${engine}: ID tokens by ${entry.id}`, async ({ openLab, stack, noise }) => {
      test.setTimeout(180_000);
      const lab = await openLab(engine, {});
      const place = await prepare(lab, { entry, noise, clientId: stack.clientId });
      const sheet = openSheet("tokens", engine, pinned);
      for (const row of rowsFor(tokenRows, turn)) {
        await test.step(row.id, async () => {
          const cell = cellOf(entry, row);
          const isSilent = pinned.faults[engine]?.[cell]?.includes("never settled");
          const { wrong, seen } = await attempt(place, row, isSilent);
          sheet.enter(cell, wrong, seen);
        });
      }
      const { wrong, seen } = await attempt(place, plain);
      expect(wrong, `afterwards the page is usable: ${JSON.stringify(seen)}`).toEqual([]);
      sheet.check();
    });
  }
}

test("every known fault is one of a cell, and each class of tokens has rows", () => {
  for (const { title, rows } of forged) expect(rows.length, title).toBeGreaterThan(1);
  expectMeasured(pinned, () =>
    entries.flatMap((entry) => tokenRows.map((row) => cellOf(entry, row))),
  );
});

function cellOf({ id }: Entry, row: TokenRow): string {
  return `${id}: ${row.id}`;
}

/** Clocks that stand still, and somebody whom the tenant knows in this browser. */
async function prepare(
  lab: Lab,
  { entry, clientId, noise }: Pick<Place, "entry" | "noise"> & Pick<Known, "clientId">,
): Promise<Place> {
  const { tenant, page } = lab;
  const now = Math.ceil(Date.now() / 1000) * 1000;
  await page.clock.setFixedTime(now);
  tenant.clock.freeze();
  tenant.clock.set(now);
  const known = { issuer: tenant.issuer, clientId };
  const primary = await newPrimary(lab, known);
  // auth0-js by itself leaves the page to sign in.
  if (lab.engine === "bare") await lab.leave("login", [lab.user]);
  else await lab.signIn();
  return { lab, entry, primary, known, now, noise };
}
