import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entries } from "../../../../scripts/reference/entries.mjs";
import { brokenLinks, type Places } from "./broken-links.js";
import { files, pages, root } from "./pages.js";

const stories = titlesIn(/\.stories\.tsx$/, /\bMeta\b[^;]*?\btitle: "([^"]+)"/s);
const docs = [
  ...titlesIn(/\.mdx$/, /<Meta title="([^"]+)"/),
  ...stories,
  ...entries.map(({ name }) => `API reference/${name}`),
];
const places: Places = {
  pages,
  files,
  docs: new Set(docs.map((title) => `${idOf(title)}--docs`)),
  stories: new Set(stories.map((title) => `${idOf(title)}--`)),
};

test.each(pages)("every link of $path leads somewhere", (page) => {
  expect(brokenLinks(page, places)).toEqual([]);
});

test.each([
  ["a file", "[x](nowhere.md)"],
  ["an anchor", "[x](#nowhere)"],
  ["an anchor of another page", "[x](README.md#nowhere)"],
  ["a page of Storybook", "[x](?path=/docs/nowhere--docs)"],
  ["a story", "[x](?path=/story/nowhere--at-all)"],
  ["a picture", "![x](nowhere.png)"],
  ["a site without encryption", "[x](http://example.com)"],
])("a link to %s that leads nowhere is found", (_, text) => {
  expect(brokenLinks({ path: "planted.md", text }, places)).toHaveLength(1);
});

test("links that lead somewhere are let be, and so is code", () => {
  const text = [
    "# The `house`, in short",
    "[a](#the-house-in-short) [b](README.md#figures) [c](packages/core/src) [d](https://example.com/x)",
    "[e](?path=/docs/welcome--docs) `[f](nowhere.md)`",
    "```md\n[g](nowhere.md)\n```",
  ].join("\n\n");
  expect(brokenLinks({ path: "planted.md", text }, places)).toEqual([]);
});

function titlesIn(names: RegExp, title: RegExp): string[] {
  return files
    .filter((path) => names.test(path))
    .flatMap((path) => title.exec(readFileSync(join(root, path), "utf8"))?.[1] ?? []);
}

/** As Storybook makes it of a title. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
