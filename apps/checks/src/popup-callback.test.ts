import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";

const core = join(import.meta.dirname, "../../../packages/core");

// The page in a popup holds this and nothing else, so that it is there and gone before anybody sees it.
test("@portico/core/popup-callback is a few hundred bytes, alone and with nothing to load", async () => {
  const bundle = (await build({
    configFile: false,
    logLevel: "silent",
    root: core,
    build: {
      write: false,
      minify: true,
      target: "es2022",
      modulePreload: false,
      lib: { entry: join(core, "src/callback/relay-popup.ts"), formats: ["es"] },
    },
  })) as Rolldown.RolldownOutput[];
  const files = bundle.flatMap(({ output }) => output);
  expect(files).toHaveLength(1);
  const [file] = files;
  const code = file?.type === "chunk" ? file.code : "";
  expect(code).toContain("postMessage");
  expect(code).not.toMatch(/\bimport\b|innerHTML/);
  expect(code.length).toBeLessThan(600);
  expect(gzipSync(code).length).toBeLessThan(400);
});
