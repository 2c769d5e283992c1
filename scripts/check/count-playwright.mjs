/** Counts Playwright's JSON report; no test at all has lost its files, so it is a failure. */
export function countPlaywright({ stats }) {
  const passed = stats.expected + stats.flaky;
  if (passed + stats.unexpected === 0) return { passed: 0, failed: 1, notes: ["no test ran"] };
  return {
    passed,
    failed: stats.unexpected,
    notes: stats.flaky > 0 ? [`${stats.flaky} passed only when run again`] : [],
  };
}
