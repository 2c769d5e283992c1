import { defineConfig } from "@playwright/test";
import { browsersFound, targetsIn } from "./targets.js";
import type { TargetOptions } from "./fixtures.js";

/** The flows of the other end-to-end tests that depend most on the browser, in every browser there is here. */
export default defineConfig<object, TargetOptions>({
  testDir: ".",
  globalSetup: "../stack/builds.ts",
  outputDir: "../../../test-results/browsers",
  workers: 2,
  forbidOnly: true,
  retries: 1,
  // A driver that no longer answers must not hold up the rest.
  timeout: 40_000,
  globalTimeout: 15 * 60_000,
  reporter: "list",
  projects: targetsIn(browsersFound()).map((target) => ({
    name: target,
    use: { target },
    // One browser, which serves one person at a time.
    workers: 1,
  })),
});
