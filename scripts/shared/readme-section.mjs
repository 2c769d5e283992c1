import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const file = join(root, "README.md");

/** What the README shows between `<!-- name -->` and `<!-- /name -->`. Throws where it has no such marks. */
export function readSection(name) {
  const [, , shown] = marksOf(name).exec(readFileSync(file, "utf8")) ?? [];
  if (shown === undefined)
    throw new Error(`README.md has no <!-- ${name} --> and <!-- /${name} --> to read between.`);
  return shown.trim();
}

/** Replaces what stands between the two marks, so that the README never shows what nobody measured. */
export function writeSection(name, text) {
  readSection(name);
  const readme = readFileSync(file, "utf8");
  writeFileSync(
    file,
    readme.replace(marksOf(name), (_, start, _old, end) => `${start}\n${text}\n\n${end}`),
  );
}

function marksOf(name) {
  return new RegExp(`(<!-- ${name} -->\\n)([\\s\\S]*?)(<!-- /${name} -->)`);
}
