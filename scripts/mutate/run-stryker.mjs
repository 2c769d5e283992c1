import { availableParallelism } from "node:os";
import { Stryker } from "@stryker-mutator/core";
import { cache, root } from "../shared/root.mjs";

/**
 * Changes `files` (globs), sources of a target, in one place after the other, in a copy that is thrown away, and runs the
 * tests that come by. Resolves with each mutant and what became of it; what has not changed since the last run is
 * remembered.
 */
export function runStryker(name, files, { anew }) {
  process.chdir(root);
  process.env.PORTICO_MUTATE = name;
  const stryker = new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "scripts/mutate/vitest.config.mjs", related: false },
    mutate: [...files, "!**/*.{test,stories}.*", "!**/*.d.ts", "!packages/core/src/testing/**"],
    // All that the tests of one package need; what they import of others is found where it is.
    ignorePatterns: [
      "**",
      "!packages/**",
      "!scripts/**",
      "!apps/checks/src/**",
      "!package.json",
      "!tsconfig.base.json",
      "**/{node_modules,dist}",
    ],
    tempDirName: `${cache.slice(root.length + 1)}/mutants`,
    cleanTempDir: "always",
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    checkers: [],
    incremental: true,
    incrementalFile: `${cache}/mutants-${name.replace("/", "-")}.json`,
    force: anew,
    concurrency: availableParallelism(),
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 30,
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
    thresholds: { high: 100, low: 0, break: null },
  });
  return stryker.runMutationTest();
}
