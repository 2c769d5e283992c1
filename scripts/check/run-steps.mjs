import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";

/** Runs every step, prints what each came to and the sum as the last line; resolves with the failures. */
export async function runSteps(steps) {
  const results = [];
  for (const [index, step] of steps.entries()) {
    console.log(`\n=== ${index + 1}/${steps.length} ${step.name} ===\n`);
    results.push({ name: step.name, ...(await timed(() => runStep(step))) });
  }
  const passed = sum(results, "passed");
  const failed = sum(results, "failed");
  console.log(`\n${table(results)}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

async function runStep({ run, report, count }) {
  if (report) clear(report);
  const code = await run(report).catch(explain);
  if (!count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return counted(code, report, count);
}

/** A report that is missing is a failure, and so is a command that fails without a failed test. */
function counted(code, report, count) {
  if (!existsSync(report)) return { passed: 0, failed: 1, notes: ["it left no report"] };
  const { passed, failed, notes = [] } = count(JSON.parse(readFileSync(report, "utf8")));
  if (code !== 0 && failed === 0)
    return {
      passed,
      failed: 1,
      notes: [...notes, `no test failed, yet it ended with code ${code}`],
    };
  return { passed, failed, notes };
}

function explain(error) {
  console.error(error);
  return 1;
}

/** An old report must not stand in for one that this run failed to write. */
function clear(report) {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
}

async function timed(run) {
  const started = performance.now();
  return { ...(await run()), seconds: (performance.now() - started) / 1000 };
}

function table(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .flatMap(({ name, passed, failed, seconds, notes = [] }) => [
      [
        failed === 0 ? "  ok  " : "  FAIL",
        name.padEnd(width),
        `${passed} passed`.padStart(12),
        `${failed} failed`.padStart(10),
        `${seconds.toFixed(1)} s`.padStart(9),
      ].join("  "),
      ...notes.map((note) => `        ${note}`),
    ])
    .join("\n");
}

function sum(results, key) {
  return results.reduce((total, result) => total + result[key], 0);
}
