import { defineConfig } from "@playwright/test";

const executablePath = process.env["CHROME_BIN"];

/** The promises that only a real browser, a real tenant and a built demo can prove. */
export default defineConfig({
  testDir: ".",
  globalSetup: "./stack/builds.ts",
  testMatch: "{e2e,contract,matrix,soak,wire}/**/*.spec.ts",
  outputDir: "../../test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // What passes only when run again is named in the summary.
  retries: 1,
  timeout: 30_000,
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "en-US",
    trace: "on-first-retry",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
