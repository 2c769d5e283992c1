import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { headingsOf, pages, tableOf, type Page } from "./migrating/page-tables.js";
import { tablesOfAuth0Js, tablesOfAuth0React, tablesOfLock } from "./migrating/their-tables.js";

const root = join(import.meta.dirname, "../../..");

test.each([...tablesOfAuth0React, ...tablesOfAuth0Js, ...tablesOfLock])(
  "the page for %s has everything of theirs below “%s”, and nothing that they do not have",
  (page, heading, names) => {
    const theirs = names();
    expect(theirs.length).toBeGreaterThan(1);
    const named = tableOf(page, heading).flatMap((row) => row.theirs);
    expect([...new Set(named)].toSorted()).toEqual([...new Set(theirs)].toSorted());
  },
);

test.each(Object.keys(pages) as Page[])("what the page for %s calls ours, we have", (page) => {
  const sources = ["core", "react", "components"].map((name) => sourcesIn(`packages/${name}/src`));
  const known = new Set(sources.join("\n").match(/[\w-]+/g));
  const rows = headingsOf(page).flatMap((heading) => tableOf(page, heading));
  const named = rows.flatMap(({ ours }) => ours.flatMap((code) => code.match(/[\w-]{3,}/g) ?? []));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((word) => !known.has(word))).toEqual([]);
});

function sourcesIn(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !/\.(test|stories)\./.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"))
    .join("\n");
}
