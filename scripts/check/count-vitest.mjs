/** The projects of vite.config.ts; the report names files only, and each file belongs to one of them. */
const projects = {
  storybook: (file) => /\.stories\.tsx?$/.test(file),
  browser: (file) => /\.browser\.test\.tsx?$/.test(file),
  "unit-dom": (file) => /\/packages\/(react|components)\//.test(file) && !projects.browser(file),
  "unit-node": (file) =>
    /\/(packages\/(core|tenant)|apps\/checks)\//.test(file) && !projects.browser(file),
};

/**
 * Counts Vitest's JSON report. Two things fail besides failed tests: a file that did not get as far
 * as its tests, and a project in which no test ran, since it must have lost its files. `flaky` names the
 * tests that passed only when run again.
 */
export function countVitest(report, flaky) {
  const ran = new Map(Object.keys(projects).map((name) => [name, 0]));
  for (const { name: file, assertionResults } of report.testResults) {
    const project = projectOf(file.replaceAll("\\", "/"));
    ran.set(project, ran.get(project) + assertionResults.filter(hasRun).length);
  }
  const broken = report.testResults.filter(isBroken).map(({ name: file }) => file);
  const empty = [...ran].filter(([, count]) => count === 0).map(([name]) => name);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length + empty.length,
    notes: [
      [...ran].map(([name, count]) => `${name} ${count}`).join(", "),
      ...broken.map((file) => `${file} failed outside its tests`),
      ...empty.map((name) => `no test ran in project ${name}`),
      ...flaky.map((test) => `${test}: passed only when run again`),
      ...report.testResults.flatMap(failures),
    ],
  };
}

/** The end of a log is what is kept of it, so what failed is named there. */
function failures({ name: file, assertionResults }) {
  return assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages: [message = ""] }) => {
      return `${file}: ${fullName}: ${message.split("\n", 1)[0]}`;
    });
}

function hasRun({ status }) {
  return status === "passed" || status === "failed";
}

function isBroken({ status, assertionResults }) {
  return status === "failed" && assertionResults.every((test) => test.status !== "failed");
}

function projectOf(file) {
  const name = Object.keys(projects).find((candidate) => projects[candidate](file));
  if (!name)
    throw new Error(`${file} is in no known Vitest project: add it to ${import.meta.url}.`);
  return name;
}
