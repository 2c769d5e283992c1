/** The projects of vite.config.ts; the report names files only, and each file belongs to one of them. */
const projects = {
  storybook: (file) => /\.stories\.tsx?$/.test(file),
  browser: (file) => /\.browser\.test\.tsx?$/.test(file),
  "unit-dom": (file) => /\/packages\/(react|components)\//.test(file) && !projects.browser(file),
  "unit-node": (file) =>
    /\/(packages\/(core|tenant)|apps\/checks)\//.test(file) && !projects.browser(file),
};

/** Counts Vitest's JSON report; a project in which nothing ran has lost its files, so it is a failure. */
export function countVitest(report) {
  const ran = new Map(Object.keys(projects).map((name) => [name, 0]));
  for (const { name: file, assertionResults } of report.testResults) {
    const project = projectOf(file.replaceAll("\\", "/"));
    const count = assertionResults.filter(
      ({ status }) => status === "passed" || status === "failed",
    ).length;
    ran.set(project, (ran.get(project) ?? 0) + count);
  }
  const empty = [...ran].filter(([, count]) => count === 0).map(([name]) => name);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + empty.length,
    notes: [
      [...ran].map(([name, count]) => `${name} ${count}`).join(", "),
      ...empty.map((name) => `no test ran in project ${name}`),
    ],
  };
}

function projectOf(file) {
  const name = Object.keys(projects).find((candidate) => projects[candidate](file));
  if (!name)
    throw new Error(`${file} is in no known Vitest project: add it to ${import.meta.url}.`);
  return name;
}
