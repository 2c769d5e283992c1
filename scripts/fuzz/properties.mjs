import { existsSync, readFileSync } from "node:fs";

/** What became of each property, by Vitest's report: its title, its runs, and the seconds they took. */
export function readProperties(report, runs) {
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  return testResults.flatMap(({ name, assertionResults }) => {
    const isTenant = name.includes("packages/tenant/");
    const count = isTenant ? Math.max(1, Math.round(runs / 10)) : runs;
    const properties = assertionResults.filter(({ status }) => status !== "skipped");
    if (isTenant) return [ofAllRoutes(properties, count)];
    return properties.map(({ fullName, duration, status }) => ({
      title: fullName.trim(),
      runs: count,
      seconds: (duration ?? 0) / 1000,
      held: status === "passed",
    }));
  });
}

/** The tenant's routes keep one promise, each for itself. */
function ofAllRoutes(routes, count) {
  return {
    title: "every route of the tenant answers anything with a clear refusal",
    runs: count * routes.length,
    seconds: routes.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000,
    held: routes.every(({ status }) => status === "passed"),
  };
}

/** One line a property. */
export function tableOf(properties) {
  const rows = properties.map(({ title, runs, seconds, held }) => [
    held ? "held" : "BROKEN",
    String(runs),
    seconds.toFixed(1),
    title,
  ]);
  const all = [["", "runs", "seconds", "property"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map(([held, runs, seconds, title]) =>
      [held.padEnd(widths[0]), runs.padStart(widths[1]), seconds.padStart(widths[2]), title].join(
        "  ",
      ),
    )
    .join("\n");
}
