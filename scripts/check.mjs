import { countBrowsers } from "./check/count-browsers.mjs";
import { countPlaywright } from "./check/count-playwright.mjs";
import { countVitest } from "./check/count-vitest.mjs";
import { countBudgets } from "./check/count-budgets.mjs";
import { runSteps } from "./check/run-steps.mjs";
import { findChrome } from "./chrome.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { cache } from "./shared/root.mjs";
import { runNode, runTool, stopTools } from "./shared/run-tool.mjs";
import { fileURLToPath } from "node:url";

onStop(async () => {
  await stopTools();
  process.exit(1);
});

const { executablePath, env } = await findChrome().catch(giveUp);
const browser = { ...env, CHROME_BIN: executablePath };
const script = (name) => fileURLToPath(new URL(`${name}.mjs`, import.meta.url));

/** `run` resolves with an exit code; `count` reads the report that a counted step wrote to `report`. */
const steps = [
  { name: "Build and types", run: () => runNode([script("build")]) },
  { name: "Rooms of the lint rules", run: () => runNode([script("rooms"), "--check"]) },
  { name: "Lint", run: () => runTool("oxlint", ["--type-aware", "--deny-warnings"]) },
  { name: "Format", run: () => runTool("oxfmt", ["--check"]) },
  // Storybook, which the end-to-end tests build, has it among its pages.
  { name: "API reference", run: () => runNode([script("reference")]) },
  {
    name: "Vitest",
    report: `${cache}/vitest.json`,
    count: countVitest,
    run: (report) =>
      runTool(
        "vitest",
        ["run", "--reporter=default", `--reporter=${script("check/vitest-reporter")}`],
        { env: { ...browser, PORTICO_VITEST_REPORT: report } },
      ),
  },
  {
    name: "End to end",
    report: `${cache}/playwright.json`,
    count: countPlaywright,
    run: (report) =>
      runTool(
        "@playwright/test",
        ["test", "-c", "apps/checks/playwright.config.ts", "--reporter=list,json"],
        { env: { ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
      ),
  },
  // Other engines than the one that everything else needs are for CI, and for whoever asks for them.
  ...(process.env.PORTICO_BROWSERS === "1"
    ? [
        {
          name: "Browsers",
          report: `${cache}/browsers.json`,
          count: countBrowsers,
          run: (report) => runNode([script("test-browsers"), "--report", report], { env: browser }),
        },
      ]
    : []),
  {
    name: "Budgets",
    report: `${cache}/figures.json`,
    count: countBudgets,
    run: (report) => runNode([script("figures"), "--check", "--report", report], { env: browser }),
  },
];

process.exit((await runSteps(steps)) === 0 ? 0 : 1);

/** Without a browser half of the tests cannot run, so none does; the last line keeps its form. */
function giveUp(error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
