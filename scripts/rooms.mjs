import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lintConfig } from "./rooms/lint-config.mjs";
import { packages } from "./rooms/packages.mjs";
import { root } from "./shared/root.mjs";

// Writes .oxlintrc.json from the order of the rooms; with --check only says whether that is done.
const file = join(root, ".oxlintrc.json");
const text = printed(lintConfig());
const complaint = withoutFence() ?? (process.argv.includes("--check") ? outOfDate() : undefined);

if (complaint) {
  console.error(complaint);
  process.exit(1);
}
writeFileSync(file, text);
console.log("Every folder has its fence.");

/** A new folder would be without any limit until somebody gives it a place. */
function withoutFence() {
  const open = Object.entries(packages).flatMap(([name, { levels }]) =>
    levels ? foldersOf(name).filter((folder) => !levels.flat().includes(folder)) : [],
  );
  if (open.length === 0) return undefined;
  return `${open.join(", ")}: no fence. Give it a place in scripts/rooms/packages.mjs, then run node scripts/rooms.mjs.`;
}

function outOfDate() {
  if (readFileSync(file, "utf8") === text) return undefined;
  return ".oxlintrc.json is not what scripts/rooms says: run node scripts/rooms.mjs.";
}

function foldersOf(name) {
  return readdirSync(join(root, "packages", name, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** One line a setting and one line an override, so that a change shows as the line it is. */
function printed({ overrides, ...settings }) {
  const lines = Object.entries(settings).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const fences = overrides.map((override) => `    ${JSON.stringify(override)}`);
  return ["{", ...lines, `  "overrides": [`, fences.join(",\n"), "  ]", "}", ""].join("\n");
}
