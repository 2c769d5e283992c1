import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
const rules = sheets.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
const tokens = readFileSync(join(folder, "tokens.css"), "utf8");
const readme = readFileSync(join(folder, "../../README.md"), "utf8");
const properties = [...tokens.matchAll(/^ {2}--p-([\w-]+): var\(\s*--portico-\1,/gm)].map(
  ([, name]) => `--portico-${name}`,
);

test("there are at most 30 properties to set, and the README lists each of them", () => {
  expect(properties.length).toBeGreaterThan(20);
  expect(properties.length).toBeLessThanOrEqual(30);
  const rows = readme.split("\n").filter((line) => line.startsWith("| `--portico-"));
  const listed = rows.flatMap((row) => [...row.matchAll(/`(--portico-[\w-]+)`/g)]);
  expect(sorted(listed.map(([, name]) => name))).toEqual(sorted(properties));
});

test("every property that is used has a value, and every one that has a value is used", () => {
  const used = new Set(
    [...rules.matchAll(/var\(--p-([\w-]+)/g)].map(([, name]) => `--portico-${name}`),
  );
  expect(sorted(used)).toEqual(sorted(properties));
});

test("every sheet is part of the one that is published, in its cascade layer", () => {
  const published = readFileSync(join(folder, "../styles.css"), "utf8");
  for (const name of sheets) {
    expect(published).toContain(`@import "./theme/${name}" layer(portico);`);
  }
});

test("rules reach parts by their classes alone, so that unstyled parts have none", () => {
  const selectors = rules
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .split("}")
    .flatMap((rule) => rule.split("{").slice(0, -1));
  const foreign = selectors
    .map((selector) => selector.trim())
    .filter((selector) => selector !== "" && !selector.startsWith("@"))
    .filter((selector) => !/\.portico-|:root|^(?:from|to|[\d.%, \n]+)$/.test(selector));
  expect(foreign).toEqual([]);
});

function sorted(names: Iterable<string | undefined>): string[] {
  return [...names].map(String).toSorted((a, b) => (a < b ? -1 : 1));
}
