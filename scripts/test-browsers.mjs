import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowsers } from "./browsers/find.mjs";
import { startDisplay } from "./browsers/display.mjs";
import { targetCounts } from "./check/count-browsers.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { cache } from "./shared/root.mjs";
import { runTool, stopTools } from "./shared/run-tool.mjs";

// The flows that depend most on the browser, in every browser: npm run test:browsers [-- --only firefox] [--report FILE]
const names = ["chromium", "firefox", "webkit", "webkit-itp"];
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, report: { type: "string" } },
});
const wanted = values.only ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no browser ${unknown.join(", ")}: name one of ${names.join(", ")}.`);
  process.exit(1);
}

let display;
onStop(async () => {
  await stopTools();
  display?.close();
  process.exit(1);
});

const { found, env } = await findBrowsers(wanted);
const missing = wanted.filter((name) => !(programOf(name) in found));
const run = wanted.filter((name) => !missing.includes(name));
const results = join(cache, "browsers-results.json");
const code = run.length > 0 ? await runTests() : 0;
const report = { ...(run.length > 0 && readResults()), missing };
const failed = tell(targetCounts(report));
if (values.report) write(values.report, report);
process.exit(code === 0 && failed === 0 ? 0 : 1);

/** Both WebKits are the same program. */
function programOf(name) {
  return name.startsWith("webkit") ? "webkit" : name;
}

async function runTests() {
  rmSync(results, { force: true });
  if (found.webkit) display = await startDisplay();
  try {
    return await runTool(
      "@playwright/test",
      [
        "test",
        "-c",
        "apps/checks/browsers/playwright.config.ts",
        "--reporter=list,json",
        ...run.flatMap((name) => ["--project", name]),
      ],
      {
        env: {
          ...env,
          ...(display && { DISPLAY: display.name }),
          PORTICO_BROWSERS_AT: JSON.stringify(found),
          PLAYWRIGHT_JSON_OUTPUT_FILE: results,
        },
      },
    );
  } finally {
    display?.close();
  }
}

/** None, if the tests did not get as far as an end. */
function readResults() {
  return existsSync(results) && JSON.parse(readFileSync(results, "utf8"));
}

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}

/** Prints what each came to, and the sum as the last line; gives the failures. */
function tell(counts) {
  const width = Math.max(...names.map((name) => name.length));
  const none = { passed: 0, failed: 1 };
  const tried = run.map((name) => ({ name, ...(counts[name] ?? none) }));
  console.log();
  for (const { name, passed, failed } of tried)
    console.log(`  ${name.padEnd(width)}  ${passed} passed, ${failed} failed`);
  for (const name of missing)
    console.log(`  ${name.padEnd(width)}  not tried: it is not here, and could not be installed`);
  const sum = (key) => tried.reduce((total, one) => total + one[key], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed");
}
