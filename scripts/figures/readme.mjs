import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../shared/root.mjs";

const file = join(root, "README.md");
const marks = /(<!-- figures -->\n)([\s\S]*?)(<!-- \/figures -->)/;
/** In kB: what compressors of different Node versions may differ by. */
const tolerance = 0.3;

/** Replaces what stands between the two marks, so that the README never shows a figure nobody measured. */
export function writeToReadme(table) {
  const readme = readFileSync(file, "utf8");
  if (!marks.test(readme))
    throw new Error("README.md has no <!-- figures --> and <!-- /figures --> to write between.");
  writeFileSync(
    file,
    readme.replace(marks, (_, start, _old, end) => `${start}\n${table}\n\n${end}`),
  );
}

/** Whether the README shows what `table` says, as a budget among the others. */
export function readmeIsTrue(table) {
  const [, , shown = ""] = marks.exec(readFileSync(file, "utf8")) ?? [];
  const known = figuresIn(shown);
  const stale = [...figuresIn(table)].filter(
    ([name, value]) => !(Math.abs(value - known.get(name)) <= tolerance),
  );
  const names = stale.map(([name]) => name).join("; ");
  return {
    kept: stale.length === 0,
    says: `README shows what was measured${names && `, but for: ${names} (npm run figures -- --write)`}`,
  };
}

function figuresIn(table) {
  const rows = [...table.matchAll(/^\| (.+?)\s+\|\s+([\d.]+)(?: kB)? \|$/gm)];
  return new Map(rows.map(([, name, value]) => [name, Number(value)]));
}
