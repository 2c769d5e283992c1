import { readSection, writeSection } from "../shared/readme-section.mjs";

/** In kB: what compressors of different Node versions may differ by, and what is not worth a new table. */
const tolerance = (value) => Math.max(0.3, value / 100);

export function writeToReadme(table) {
  writeSection("figures", table);
}

/** Whether the README shows what `table` says, as a budget among the others. */
export function readmeIsTrue(table) {
  const known = figuresIn(readSection("figures"));
  const stale = [...figuresIn(table)].filter(
    ([name, value]) => !(Math.abs(value - known.get(name)) <= tolerance(value)),
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
