import { freePort } from "./shared/free-port.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { runTool, stopTools } from "./shared/run-tool.mjs";

const preferred = 6006;

onStop(async () => {
  await stopTools();
  process.exit(0);
});

const port = await freePort(preferred);
if (port !== preferred) console.log(`Port ${preferred} is taken, using ${port}.`);
const args = ["dev", "--host", "localhost", "--port", `${port}`, "--exact-port", "--ci"];
process.exit(await runTool("storybook", args, { env: { STORYBOOK_DISABLE_TELEMETRY: "1" } }));
