import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { budgetsOf, countsOf } from "./figures/budgets.mjs";
import { count } from "./figures/count.mjs";
import { measure } from "./figures/measure.mjs";
import { readmeIsTrue, writeToReadme } from "./figures/readme.mjs";
import { tableOf } from "./figures/table.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { runNode, stopTools } from "./shared/run-tool.mjs";

const { values: options } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    report: { type: "string" },
  },
});

onStop(async () => {
  await stopTools();
  process.exit(1);
});

// What is weighed is what users get. With --check it was built before.
const build = fileURLToPath(new URL("build.mjs", import.meta.url));
if (!options.check && (await runNode([build, "core", "react", "components"])) > 0) process.exit(1);
const counts = countsOf(await count());
const figures = await measure();
const table = tableOf(figures);
console.log(table);
if (options.write) writeToReadme(table);
process.exit(
  judge([...budgetsOf(figures), ...counts, readmeIsTrue(table)]) || !options.check ? 0 : 1,
);

function judge(budgets) {
  for (const { kept, says } of budgets) console.log(`${kept ? "kept    " : "EXCEEDED"} ${says}`);
  if (options.report) {
    mkdirSync(dirname(options.report), { recursive: true });
    writeFileSync(options.report, JSON.stringify({ budgets }));
  }
  return budgets.every(({ kept }) => kept);
}
