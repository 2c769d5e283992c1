/**
 * Counts the report of vitest-reporter.mjs. Two things fail besides failed tests: a file that did not get as far as its
 * tests, and a project in which no test ran, since it must have lost its files.
 */
export function countVitest({ projects, modules }) {
  const tests = modules.flatMap((module) =>
    module.tests.map((test) => ({
      ...test,
      at: `${module.project}: ${module.file}: ${test.name}`,
    })),
  );
  const failed = tests.filter(({ state }) => state === "failed");
  const broken = modules.filter(isBroken);
  const ran = projects.map((name) => [name, modules.reduce(adding(name), 0)]);
  const empty = ran.filter(([, count]) => count === 0).map(([name]) => name);
  return {
    passed: tests.filter(({ state }) => state === "passed").length,
    failed: failed.length + broken.length + empty.length + (projects.length === 0 ? 1 : 0),
    notes: [
      ran.map(([name, count]) => `${name} ${count}`).join(", ") || "there was no project",
      ...broken.map(({ project, file }) => `${project}: ${file} failed outside its tests`),
      ...empty.map((name) => `no test ran in project ${name}`),
      ...tests.filter(({ flaky }) => flaky).map(({ at }) => `${at}: passed only when run again`),
      // The end of a log is what is kept of it, so what failed is named there.
      ...failed.map(({ at, message }) => `${at}: ${message.split("\n", 1)[0]}`),
    ],
  };
}

/** Adds up the tests that ran in the project. */
function adding(name) {
  return (sum, { project, tests }) => sum + (project === name ? tests.filter(hasRun).length : 0);
}

function hasRun({ state }) {
  return state === "passed" || state === "failed";
}

/** A file that was never begun or never ended is broken too. */
function isBroken({ state, tests }) {
  if (state === "passed" || state === "skipped") return false;
  return tests.every((test) => test.state !== "failed");
}
