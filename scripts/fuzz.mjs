import { randomInt } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { findChrome } from "./chrome.mjs";
import { propertyFiles } from "./fuzz/property-files.mjs";
import { readProperties, tableOf } from "./fuzz/properties.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { cache } from "./shared/root.mjs";
import { runTool, stopTools } from "./shared/run-tool.mjs";

// `npm run fuzz` tries every property 50 000 times from a new seed. `npm run fuzz -- 1000 return-to --seed 7` is another
// number, the files with that in their names alone, and a seed that has found something.
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: String(randomInt(2 ** 31)) } },
});
const [runs = "50000"] = positionals.filter((given) => /^\d+$/.test(given));
const names = positionals.filter((given) => given !== runs);
if (Number(runs) < 1000) {
  console.error("Fewer than 1000 runs do not meet all that a property asks to have met.");
  process.exit(1);
}

onStop(async () => {
  await stopTools();
  process.exit(1);
});

const { executablePath, env } = await findChrome();
const report = `${cache}/fuzz.json`;
mkdirSync(cache, { recursive: true });
rmSync(report, { force: true });
const failed = await runTool(
  "vitest",
  [
    "run",
    "--project=unit-node",
    "--project=browser",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
    ...propertyFiles(names),
  ],
  {
    env: {
      ...env,
      CHROME_BIN: executablePath,
      VITE_FUZZ_RUNS: runs,
      VITE_FUZZ_SEED: options.seed,
    },
  },
);
console.log(tableOf(readProperties(report, Number(runs))));
console.log(
  `Seed ${options.seed}: npm run fuzz -- ${runs} --seed ${options.seed} does the same again.`,
);
process.exit(failed > 0 ? 1 : 0);
