/** Counts Playwright's JSON report; no test at all has lost its files, so it is a failure. */
export function countPlaywright({ stats, suites }) {
  const passed = stats.expected + stats.flaky;
  if (passed + stats.unexpected === 0) return { passed: 0, failed: 1, notes: ["no test ran"] };
  return { passed, failed: stats.unexpected, notes: suites.flatMap(notesOf) };
}

/** What failed, and what passed only when run again. */
function notesOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) => {
        const message = results.find(({ error }) => error)?.error.message ?? "";
        const how = status === "flaky" ? "passed only when run again" : "failed";
        return `${file}: ${title}: ${how}: ${message.split("\n", 1)[0]}`;
      }),
  );
  return [...own, ...suites.flatMap(notesOf)];
}
