import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { budgetsOf } from "./figures/budgets.mjs";
import { measure } from "./figures/measure.mjs";
import { tableOf } from "./figures/table.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { root } from "./shared/root.mjs";
import { stopTools } from "./shared/run-tool.mjs";

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

const figures = await measure();
const table = tableOf(figures);
console.log(table);
if (options.write) writeToReadme(table);
process.exit(judge(budgetsOf(figures)) || !options.check ? 0 : 1);

function judge(budgets) {
  for (const { kept, says } of budgets) console.log(`${kept ? "kept    " : "EXCEEDED"} ${says}`);
  if (options.report) {
    mkdirSync(dirname(options.report), { recursive: true });
    writeFileSync(options.report, JSON.stringify({ budgets }));
  }
  return budgets.every(({ kept }) => kept);
}

/** Replaces what stands between the two marks, so that the README never shows a figure nobody measured. */
function writeToReadme(text) {
  const file = join(root, "README.md");
  const marks = /(<!-- figures -->\n)[\s\S]*?(<!-- \/?figures -->)/;
  const readme = readFileSync(file, "utf8");
  if (!marks.test(readme))
    throw new Error("README.md has no <!-- figures --> and <!-- /figures --> to write between.");
  writeFileSync(
    file,
    readme.replace(marks, (_, start, end) => `${start}\n${text}\n\n${end}`),
  );
}
