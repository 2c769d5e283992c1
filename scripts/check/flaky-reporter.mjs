import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Names the tests that passed only when run again: Vitest's JSON report counts them as passed and says no more. */
export default class FlakyReporter {
  #found = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#found.push(`${test.module.moduleId}: ${test.fullName}`);
  }

  onTestRunEnd() {
    const file = process.env["PORTICO_FLAKY_REPORT"];
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(this.#found));
  }
}
