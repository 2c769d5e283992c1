import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const page = read(".storybook/docs/adding.mdx");

test("every file that a recipe names is there", () => {
  const paths = [...page.matchAll(/`((?:packages|apps|scripts|\.storybook)\/[\w./-]+)`/g)].map(
    ([, path = ""]) => path,
  );
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every line of the examples stands in its file, in the order of the example", () => {
  const pieces = [...page.matchAll(/^```diff\n(.*?)^```$/gms)].flatMap(([, block = ""]) =>
    block.split(/^\+\+\+ /m).slice(1),
  );
  expect(pieces.length).toBeGreaterThan(20);
  expect(pieces.flatMap(missingIn)).toEqual([]);
});

/** The lines of an example that its file does not have below the one before. */
function missingIn(piece: string): string[] {
  const [path = "", ...lines] = piece.trimEnd().split("\n");
  const held = read(path).split("\n");
  let from = 0;
  return lines.flatMap((line) => {
    const at = held.indexOf(line.slice(1), from);
    if (!line.startsWith("+") || at < 0) return [`${path}: ${line}`];
    from = at + 1;
    return [];
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
