import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { CalledName } from "../harness/contract.js";

/** What can be wrong with a cell. The first five are what engines are compared by; the rest only ours are asked for. */
export type Wrong =
  | "accepted"
  | "never settled"
  | "false success"
  | "leak"
  | "threw"
  | "settled twice"
  | "wrong code"
  | "litter"
  | "unusable";

/** The engines that are compared; `bare` is the unmodified auth0-js, called as its documentation says. */
export type Compared = Exclude<CalledName, "fake">;

export const compared: readonly Compared[] = ["portico", "auth0-js", "bare"];

/** What one run of a category found: a file beside its table, which only `npm run matrix` writes. */
export interface Measured {
  readonly title: string;
  /** How many cells each engine went through. */
  readonly cells: Readonly<Partial<Record<Compared, number>>>;
  /** The faults of auth0-js 10.2.1 that are known, by cell. An upgrade that mends one makes its test fail. */
  readonly faults: Readonly<Partial<Record<Compared, Readonly<Record<string, readonly string[]>>>>>;
}

/** The cells of one test on one engine. */
export interface Sheet {
  /** One cell: its id within the category, all that was wrong with it, and what was seen, for whoever has to mend it. */
  enter(cell: string, wrong: readonly Wrong[], seen: unknown): void;
  /** Holds every cell that was entered against what is known: nothing at all for our own engine. */
  check(): void;
}

/** Set by `npm run matrix`: the folder that verdicts are written to, in the place of comparing them. */
const folder = process.env["PORTICO_MATRIX"];

/** All rows on every engine: for `npm run matrix`, and for CI. */
const isWhole = folder !== undefined || process.env["PORTICO_MATRIX_WHOLE"] === "1";

/**
 * The rows that a test goes through: all of them for CI and `npm run matrix`, else one in seven. They are others for each
 * `turn`, so that every row comes by in one test or another.
 */
export function rowsFor<Row>(rows: readonly Row[], turn: number): readonly Row[] {
  if (isWhole) return rows;
  const drawn = rows.filter((_, index) => index % 7 === turn % 7);
  return drawn.length > 0 ? drawn : rows.slice(0, 1);
}

/** What an engine has a test about, each with its turn: of engines that are not our own, every third unless all are asked for. */
export function turnsFor<Subject>(
  engine: Compared,
  subjects: readonly Subject[],
): readonly (readonly [turn: number, subject: Subject])[] {
  const isAll = isWhole || engine === "portico";
  return [...subjects.entries()].filter(([turn]) => isAll || turn % 3 === 0);
}

export function openSheet(category: string, engine: Compared, measured: Measured): Sheet {
  const found: Record<string, readonly Wrong[]> = {};
  const told: string[] = [];
  return {
    enter(cell, wrong, seen) {
      if (cell in found) throw new Error(`Two cells of ${category} are called ${cell}.`);
      found[cell] = [...wrong].toSorted();
      if (wrong.length > 0) told.push(`${cell}: ${wrong.join(", ")}: ${JSON.stringify(seen)}`);
    },
    check() {
      const cells = Object.keys(found);
      expect(cells.length, "cells").toBeGreaterThan(0);
      if (folder && engine !== "portico") return record(folder, category, engine, found);
      if (folder) record(folder, category, engine, found);
      const known = measured.faults[engine] ?? {};
      const expected = Object.fromEntries(cells.map((cell) => [cell, known[cell] ?? []]));
      expect(found, told.join("\n")).toEqual(expected);
    },
  };
}

function record(
  into: string,
  category: string,
  engine: Compared,
  found: Readonly<Record<string, readonly Wrong[]>>,
): void {
  mkdirSync(into, { recursive: true });
  // One line for each test: those of several workers end up in one file.
  appendFileSync(join(into, `${category}.jsonl`), `${JSON.stringify({ engine, found })}\n`);
}

/** The cells that are known to be wrong have to be cells of the table, and as many were counted as it has. */
export function expectMeasured(
  measured: Measured,
  cellsOf: (engine: Compared) => readonly string[],
): void {
  for (const engine of compared) {
    const cells = cellsOf(engine);
    expect(new Set(cells).size, "each cell has a name of its own").toBe(cells.length);
    expect(measured.cells[engine] ?? 0, `cells of ${engine}`).toBe(cells.length);
    expect(cells).toEqual(expect.arrayContaining(Object.keys(measured.faults[engine] ?? {})));
  }
  expect(measured.faults.portico ?? {}, "our own engine has no known faults").toEqual({});
}
