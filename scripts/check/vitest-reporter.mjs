import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes what a run came to into the file that PORTICO_VITEST_REPORT names. Vitest's own JSON report names neither the
 * project of a file, of which some run in two, nor the tests that passed only when run again.
 */
export default class VitestReporter {
  #vitest;

  onInit(vitest) {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules) {
    const file = process.env["PORTICO_VITEST_REPORT"];
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    const projects = this.#vitest.projects.map(({ name }) => name);
    writeFileSync(file, JSON.stringify({ projects, modules: modules.map(moduleOf) }));
  }
}

function moduleOf(module) {
  return {
    project: module.project.name,
    file: module.moduleId,
    state: module.state(),
    tests: [...module.children.allTests()].map(testOf),
  };
}

function testOf(test) {
  const { state, errors } = test.result();
  return {
    name: test.fullName,
    state,
    flaky: test.diagnostic()?.flaky ?? false,
    // One that passed when run again still has the errors of the time before.
    message: errors?.[0]?.message ?? "",
  };
}
