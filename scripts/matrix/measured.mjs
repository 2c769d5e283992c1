import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shared/root.mjs";

const matrix = join(root, "apps/checks/matrix");

/** The categories of the matrix that engines are compared by: folders with a `measured.json`. */
export function categories() {
  return readdirSync(matrix)
    .filter((name) => existsSync(fileOf(name)))
    .toSorted();
}

/** What is known of a category: title, cells and faults of each engine. */
export function readMeasured(category) {
  return JSON.parse(readFileSync(fileOf(category), "utf8"));
}

/** What the tests of a run wrote down, as it belongs into `measured.json`; undefined where none has run. */
export function gather(folder, category, title) {
  const file = join(folder, `${category}.jsonl`);
  if (!existsSync(file)) return undefined;
  const cells = {};
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    const { engine, found } = JSON.parse(line);
    // A test that was run again has the last word.
    cells[engine] = { ...cells[engine], ...found };
  }
  const engines = Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    title,
    cells: Object.fromEntries(engines.map(([engine, found]) => [engine, count(found)])),
    faults: Object.fromEntries(
      engines
        .map(([engine, found]) => [engine, wrongOnes(found)])
        .filter(([, found]) => count(found)),
    ),
  };
}

export function writeMeasured(category, measured) {
  writeFileSync(fileOf(category), `${JSON.stringify(measured, null, 2)}\n`);
}

function fileOf(category) {
  return join(matrix, category, "measured.json");
}

function count(found) {
  return Object.keys(found).length;
}

function wrongOnes(found) {
  const entries = Object.entries(found).filter(([, wrong]) => wrong.length > 0);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
