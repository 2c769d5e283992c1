import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { lintConfig } from "./rooms/lint-config.mjs";
import { packages } from "./rooms/packages.mjs";
import { root } from "./shared/root.mjs";
import { runTool } from "./shared/run-tool.mjs";

/** Writes .oxlintrc.json from the order of the rooms; with --check says whether it is up to date. */
const file = join(root, ".oxlintrc.json");
const homeless = Object.entries(packages).flatMap(([name, { levels }]) =>
  levels
    ? foldersOf(name)
        .filter((folder) => !levels.flat().includes(folder))
        .map((folder) => `packages/${name}/src/${folder}`)
    : [],
);

if (homeless.length > 0)
  fail(
    `${homeless.join(", ")}: no fence. Give it a place in scripts/rooms/packages.mjs, then run node scripts/rooms.mjs.`,
  );
if (process.argv.includes("--check")) check();
else await write();

function check() {
  if (!isDeepStrictEqual(JSON.parse(readFileSync(file, "utf8")), lintConfig()))
    fail(".oxlintrc.json is not what the rooms say: run node scripts/rooms.mjs.");
  else console.log("Every folder has its fence.");
}

async function write() {
  writeFileSync(file, JSON.stringify(lintConfig()));
  process.exitCode = await runTool("oxfmt", [file]);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

function foldersOf(name) {
  return readdirSync(join(root, "packages", name, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
