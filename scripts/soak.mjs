import { findChrome } from "./chrome.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { runTool, stopTools } from "./shared/run-tool.mjs";

// 10 000 silent renewals, 2 000 logins and 20 tabs, in a real browser at a real tenant. What a page holds has to stay
// as it is; the figures are printed. `npm test` runs a short form of it.
onStop(async () => {
  await stopTools();
  process.exit(1);
});

const { executablePath, env } = await findChrome();
const args = ["test", "-c", "apps/checks/playwright.config.ts", "soak", "--workers=1"];
process.exit(
  await runTool("@playwright/test", [...args, "--retries=0", ...process.argv.slice(2)], {
    env: { ...env, CHROME_BIN: executablePath, PORTICO_SOAK: "long" },
  }),
);
