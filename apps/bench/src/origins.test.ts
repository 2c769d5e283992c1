import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { build } from "vite";
import { originsOf } from "./origins.js";

test("every byte of a script comes from somewhere, and the largest part is told first", async () => {
  const folder = await built({
    "main.js":
      'import "./packages/core/dist/parts/start.js"; import "./packages/components/dist/form/a.js";',
    "packages/core/dist/parts/start.js": `console.log("${"core".repeat(200)}");`,
    "packages/components/dist/form/a.js":
      'import "zod"; import "@scope/name"; console.log("form");',
    "node_modules/zod/index.js": `console.log("${"z".repeat(400)}");`,
    "node_modules/@scope/name/index.js": 'console.log("a package with a scope");',
  });
  const origins = originsOf(folder, ["page.js"]);
  expect(origins.map(({ name }) => name)).toEqual([
    "@portico/core",
    "zod",
    "@scope/name",
    "@portico/components: forms",
    ...origins.slice(4).map(({ name }) => name),
  ]);
  const total = origins.reduce((all, { min }) => all + min, 0);
  expect(total).toBeCloseTo(readFileSync(join(folder, "page.js")).length, 6);
  expect(origins[0]?.min).toBeGreaterThan(800);
});

/** The folder that a bundler makes of those files, beginning with main.js. */
async function built(files: Readonly<Record<string, string>>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "origins-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), code);
  }
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      sourcemap: "hidden",
      rolldownOptions: { input: join(root, "main.js"), output: { entryFileNames: "page.js" } },
    },
  });
  return join(root, "dist");
}
