import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";

it("a language brings no other along, nor anything else but its plurals", async () => {
  const names = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .map((name) => basename(name, ".ts"));
  expect(names).toHaveLength(10);
  const english = readdirSync(join(import.meta.dirname, "../en")).map((name) =>
    basename(name, ".ts"),
  );
  const weights: string[] = [];
  for (const name of names) {
    const { modules, bytes } = await bundle(join(import.meta.dirname, `${name}.ts`));
    const languages = modules.filter((module) => names.includes(module));
    expect(languages.toSorted()).toEqual(name === "pseudo" ? ["en", "pseudo"] : [name]);
    const others = modules.filter((module) => !names.includes(module));
    const allowed = ["plural", "isolate", ...(languages.includes("en") ? english : [])];
    expect(allowed).toEqual(expect.arrayContaining(others));
    weights.push(`${name} ${bytes} B`);
  }
  process.stdout.write(`The languages after gzip: ${weights.join(", ")}\n`);
});

/** What an app gets that has this language and nothing else. */
async function bundle(entry: string) {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      lib: { entry, formats: ["es"] },
      // The option of `build` would keep a library's white space.
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [output] = result as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error("Nothing was built.");
  return {
    modules: chunk.moduleIds.map((id) => basename(id, ".ts")),
    bytes: gzipSync(chunk.code, { level: 9 }).length,
  };
}
