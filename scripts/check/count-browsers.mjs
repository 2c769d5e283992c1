import { countPlaywright } from "./count-playwright.mjs";

/** Counts the report of test-browsers.mjs: a browser that is not there fails nothing, but is named. */
export function countBrowsers({ missing, ...report }) {
  const absent = missing.map((name) => `${name} was not tried: it is not installed`);
  if (!report.stats) return { passed: 0, failed: 0, notes: absent };
  const { notes = [], ...counts } = countPlaywright(report);
  const each = Object.entries(targetCounts(report)).map(
    ([name, { passed }]) => `${name} ${passed}`,
  );
  return { ...counts, notes: [each.join(", "), ...absent, ...notes] };
}

/** How many tests passed and failed in each browser, by its name. */
export function targetCounts({ suites = [] }) {
  const counts = {};
  for (const { projectName, status } of suites.flatMap(testsIn)) {
    const own = (counts[projectName] ??= { passed: 0, failed: 0 });
    if (status === "expected" || status === "flaky") own.passed += 1;
    else if (status === "unexpected") own.failed += 1;
  }
  return counts;
}

function testsIn({ specs = [], suites = [] }) {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsIn)];
}
