import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entries } from "./reference/entries.mjs";
import { pageOf } from "./reference/page.mjs";
import { undocumented } from "./reference/undocumented.mjs";
import { cache, root } from "./shared/root.mjs";
import { runNode } from "./shared/run-tool.mjs";

// Writes the API reference for Storybook: a page for each entry of each package, from the doc comments of its sources.
// It fails where a public name has no doc comment, or one links to what does not exist.
const home = join(root, "apps/reference");
const raw = join(cache, "reference");
const target = join(root, ".storybook/docs/api");

const exitCode = await runNode([
  join(home, "node_modules/typedoc/bin/typedoc"),
  "--options",
  join(home, "typedoc.json"),
  "--out",
  raw,
  "--json",
  join(raw, "all.json"),
  ...entries.flatMap(({ source }) => ["--entryPoints", source]),
]);
if (exitCode !== 0) process.exit(exitCode);

const bare = undocumented(JSON.parse(readFileSync(join(raw, "all.json"), "utf8")));
for (const name of bare) console.error(`${name} has no doc comment.`);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const { name } of entries) {
  const page = pageOf(name, readFileSync(join(raw, `${name}.mdx`), "utf8"));
  writeFileSync(join(target, `${name.replaceAll("/", "-")}.mdx`), page);
}
process.exit(bare.length > 0 ? 1 : 0);
