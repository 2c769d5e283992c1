import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { findChrome } from "./chrome.mjs";
import { categories, gather, readMeasured, writeMeasured } from "./matrix/measured.mjs";
import { tableOf } from "./matrix/table.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { writeSection } from "./shared/readme-section.mjs";
import { cache } from "./shared/root.mjs";
import { runNode, runTool, stopTools } from "./shared/run-tool.mjs";

// `npm run matrix` runs the bad-input matrix over Portico, its auth0-js engine and auth0-js by itself, and prints how they
// compare. `--write` makes that what is known: beside each table, and in the README.
const { values: options } = parseArgs({ options: { write: { type: "boolean", default: false } } });

onStop(async () => {
  await stopTools();
  process.exit(1);
});

const build = fileURLToPath(new URL("build.mjs", import.meta.url));
if ((await runNode([build, "core", "react", "components", "tenant"])) > 0) process.exit(1);
const { executablePath, env } = await findChrome();
const folder = join(cache, "matrix");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const failed = await runTool(
  "@playwright/test",
  ["test", "-c", "apps/checks/playwright.config.ts", "matrix/", "--reporter=list"],
  { env: { ...env, CHROME_BIN: executablePath, PORTICO_MATRIX: folder } },
);

const measured = categories().map((category) => {
  const known = readMeasured(category);
  return { category, known, now: gather(folder, category, known.title) ?? known };
});
console.log(tableOf(measured.map(({ now }) => now)));
for (const { category, known, now } of measured) {
  if (JSON.stringify(known) === JSON.stringify(now)) continue;
  console.log(
    `${category} differs from what is known${options.write ? ", and is written down" : ""}.`,
  );
  if (options.write) writeMeasured(category, now);
}
if (options.write) {
  writeSection("matrix", tableOf(measured.map(({ now }) => now)));
  await runTool("oxfmt", ["apps/checks/matrix/**/measured.json"]);
}
process.exit(failed > 0 ? 1 : 0);
