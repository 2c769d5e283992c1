import { freePort } from "./shared/free-port.mjs";
import { liveCallback } from "./shared/live-callback.mjs";
import { originsOf, startLocalTenant } from "./shared/local-tenant.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { runTool, stopTools } from "./shared/run-tool.mjs";

const preferred = { storybook: 6006, tenant: 4101 };

const port = await freePort(preferred.storybook);
if (port !== preferred.storybook) {
  console.log(`Port ${preferred.storybook} is taken, using ${port}.`);
}
const origins = originsOf(port);
// For the live stories; all others do without.
const tenant = await startLocalTenant({
  origins,
  pages: origins.map((origin) => `${origin}/${liveCallback}`),
  port: await freePort(preferred.tenant),
});
console.log(`Local tenant: ${tenant.url} (its inbox: ${tenant.url}/_tenant/inbox)`);

onStop(async () => {
  await stopTools();
  await tenant.close();
  process.exit(0);
});

const args = ["dev", "--host", "localhost", "--port", `${port}`, "--exact-port", "--ci"];
const exitCode = await runTool("storybook", args, {
  env: { STORYBOOK_DISABLE_TELEMETRY: "1", ...tenant.env },
});
await tenant.close();
process.exit(exitCode);
