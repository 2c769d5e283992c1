import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const page = read(".storybook/docs/deploying.mdx");
const diagnostics = "packages/core/src/diagnostics";
const [list = ""] = page.split("## What `diagnose` cannot see");
const rows = list.split("\n").filter((line) => /^\| .* \|$/.test(line));

test("the checklist has every finding of diagnose, and none that it does not have", () => {
  const [, details = ""] =
    /export interface FindingDetails \{\n(.*?)^\}/ms.exec(read(`${diagnostics}/finding.ts`)) ?? [];
  const codes = [...details.matchAll(/^ {2}(\w+):/gm)].map(([, code = ""]) => code);
  expect(codes.length).toBeGreaterThan(20);
  // In one place each row of a table, in another a sentence below it.
  const named = [...list.matchAll(/`([a-z]+(?:_[a-z0-9]+)+)`/g)].map(([, code = ""]) => code);
  const scopes = ["offline_access"];
  const found = [...new Set(named)].filter((code) => !scopes.includes(code));
  expect(found.toSorted()).toEqual(codes.toSorted());
});

test("a setting of the dashboard is called what the remedy of its finding calls it", () => {
  const remedies = read(`${diagnostics}/finding-words.ts`);
  const settings = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/_([^_]+)_/g)]);
  const parts = settings.flatMap(([, path = ""]) => path.split(" > "));
  expect(parts.length).toBeGreaterThan(12);
  expect(parts.filter((part) => !remedies.includes(part))).toEqual([]);
});

test("every row of the checklist ends in its finding", () => {
  const ends = rows.filter((row) => row.split("|").length === 5).map((row) => row.split("|")[3]);
  expect(ends.filter((end = "") => !/^ (found as|-+|`.*`) +$/.test(end))).toEqual([]);
  expect(ends.length).toBeGreaterThan(20);
});

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
