import { rmSync } from "node:fs";
import { join } from "node:path";
import { onStop } from "./shared/on-stop.mjs";
import { root, viteConfig } from "./shared/root.mjs";
import { runTool, stopTools } from "./shared/run-tool.mjs";

/** In the order in which they use each other. */
const packages = ["core", "react", "components", "tenant"];
/** Those that have a file for pages without a bundler, too. */
const inOneFile = ["core", "components"];
/** Where some are named, their code alone is built, over what is there. */
const named = process.argv.slice(2);

onStop(async () => {
  await stopTools();
  process.exit(1);
});

process.exit((await (named.length > 0 ? buildCode(named) : build())) ? 0 : 1);

/** Types first, since they share dist with the code. A type error fails the build but hides no later part. */
async function build() {
  // A module that was removed from the sources must not be shipped, so nothing old stays.
  for (const name of packages)
    rmSync(join(root, "packages", name, "dist"), { recursive: true, force: true });
  const results = [await part("types", () => runTool("typescript", ["-b"]))];
  results.push(await buildCode(packages));
  results.push(await part("demo", demo));
  return results.every(Boolean);
}

async function buildCode(names) {
  const results = [];
  for (const name of names) results.push(await part(`@portico/${name}`, () => library(name)));
  for (const name of names.filter((one) => inOneFile.includes(one)))
    results.push(await part(`@portico/${name} in one file`, () => library(name, "standalone")));
  return results.every(Boolean);
}

async function part(name, run) {
  const started = performance.now();
  const passed = (await run()) === 0;
  console.log(
    `${passed ? "built " : "FAILED"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return passed;
}

/** The configuration reads the package.json of the folder it is run in. */
function library(name, mode = "lib") {
  const args = ["build", "--config", viteConfig, "--mode", mode, "--logLevel", "warn"];
  return runTool("vite", args, { cwd: join(root, "packages", name) });
}

function demo() {
  const args = ["build", "apps/demo", "--config", viteConfig, "--mode", "built"];
  return runTool("vite", [...args, "--logLevel", "warn"]);
}
