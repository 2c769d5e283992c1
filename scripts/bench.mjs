import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChrome } from "./chrome.mjs";
import { loadBench } from "./shared/load-bench.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { writeSection } from "./shared/readme-section.mjs";
import { root } from "./shared/root.mjs";
import { runNode, runTool, stopTools } from "./shared/run-tool.mjs";

// Portico beside what somebody would take in its place, in one run on one machine. `npm run bench -- load typing` is
// some of it, `--only login,auth0-js` is some contestants, `--runs 3` takes fewer samples than nine. `--write` puts what
// was found into apps/bench and the README.
const { values: options, positionals: sections } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    runs: { type: "string", default: "9" },
    write: { type: "boolean", default: false },
  },
});
const only = options.only.split(",").filter(Boolean);
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) complain(`${options.runs}: no number of samples.`);
if (options.write && (sections.length > 0 || only.length > 0))
  complain("--write takes a whole run: leave out the sections and --only.");

onStop(async () => {
  await stopTools();
  process.exit(1);
});

// What is measured is what users get.
const build = fileURLToPath(new URL("build.mjs", import.meta.url));
if ((await runNode([build, "core", "react", "components"])) > 0) process.exit(1);

const bench = await loadBench();
const unknown = sections.filter((name) => !bench.sections.includes(name));
if (unknown.length > 0)
  complain(`${unknown.join(", ")}: no section. There are ${bench.sections.join(", ")}.`);

const { config } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
if (!(await bench.installPeers(config.pnpm)))
  console.error("The peers could not be installed, and are left out.");
const names = bench.contestants().map(({ name }) => name);
const strangers = only.filter((name) => !names.includes(name));
if (strangers.length > 0)
  complain(`${strangers.join(", ")}: no page. There are ${names.join(", ")}.`);

const results = await bench.runBench({
  chrome: await findChrome(),
  runs,
  only,
  sections,
  say: (line) => console.error(line),
});
const report = bench.reportOf(results);
console.log(report);
if (options.write) await write();
await bench.close();

async function write() {
  const folder = join(root, "apps/bench");
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, "RESULTS.md"), `# Results\n\n${report}\n`);
  writeSection("bench", bench.summaryOf(results));
  await runTool("oxfmt", ["README.md", "apps/bench/RESULTS.md", "apps/bench/results.json"]);
}

function complain(words) {
  console.error(words);
  process.exit(1);
}
