import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { cache, root } from "../shared/root.mjs";
import { isDrawn } from "./sample.mjs";
import { targets } from "./targets.mjs";

/**
 * Changes the sources of a target in one place after the other, in a copy that is thrown away, and runs the tests that
 * come by. Resolves with each mutant and what became of it. What has not changed since the last run is remembered; of a
 * sample nothing is.
 */
export async function runStryker(name, { anew, sample }) {
  process.chdir(root);
  process.env.PORTICO_MUTATE = name;
  process.env.PORTICO_MUTATE_SAMPLE = JSON.stringify(sample);
  const isWhole = sample.percent === 100;
  const stryker = new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner", join(import.meta.dirname, "sample.mjs")],
    vitest: { configFile: "scripts/mutate/vitest.config.mjs", related: false },
    mutate: [
      ...targets[name].files,
      "!**/*.{test,stories}.*",
      "!**/*.d.ts",
      "!packages/core/src/testing/**",
    ],
    // All that the tests of one package need; what they import of others is found where it is.
    ignorePatterns: [
      "**",
      "!packages/**",
      "!scripts/**",
      "!apps/checks/src/**",
      "!apps/checks/harness/authenticator-app.ts",
      "!package.json",
      "!tsconfig.base.json",
      "**/{node_modules,dist}",
    ],
    tempDirName: `${cache.slice(root.length + 1)}/mutants`,
    cleanTempDir: "always",
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    checkers: isWhole ? [] : ["sample"],
    incremental: isWhole,
    incrementalFile: `${cache}/mutants-${name.replace("/", "-")}.json`,
    force: anew,
    // Stryker gives half of them to the checker, which has next to nothing to do.
    concurrency: availableParallelism() * (isWhole ? 1 : 2),
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 30,
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
    thresholds: { high: 100, low: 0, break: null },
  });
  const mutants = await stryker.runMutationTest();
  return isWhole ? mutants : mutants.filter((mutant) => isDrawn(mutant, sample));
}
