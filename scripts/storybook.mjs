import { fileURLToPath } from "node:url";
import { freePort } from "./shared/free-port.mjs";
import { onStop } from "./shared/on-stop.mjs";
import { runNode, runTool, stopTools } from "./shared/run-tool.mjs";

const preferred = 6006;

onStop(async () => {
  await stopTools();
  process.exit(0);
});

const port = await freePort(preferred);
if (port !== preferred) console.log(`Port ${preferred} is taken, using ${port}.`);
// Storybook takes the pages of the API reference in when they are there.
void runNode([fileURLToPath(new URL("reference.mjs", import.meta.url))]);
const args = ["dev", "--host", "localhost", "--port", `${port}`, "--exact-port", "--ci"];
process.exit(await runTool("storybook", args, { env: { STORYBOOK_DISABLE_TELEMETRY: "1" } }));
