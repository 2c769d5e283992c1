import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, Package } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, test } from "vitest";

const packages = join(import.meta.dirname, "../../../packages");

/** What the registry would get, judged by the tools that judge packages there. */
describe.each(readdirSync(packages))("@portico/%s, packed", (name) => {
  const { manifest, files } = pack(join(packages, name));

  test("is clean to publint", async () => {
    const { messages, pkg } = await publint({
      pkgDir: "/",
      strict: true,
      pack: { files: files.map(({ path, data }) => ({ name: `/${path}`, data })) },
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  // It reads the file for pages without a bundler too, which takes a busy machine a while.
  test("has types that every way of resolving finds", { timeout: 60_000 }, async () => {
    expect(await typeProblems(manifest, files)).toEqual([]);
    // The judge sees something: without its declarations the package is refused.
    const untyped = files.filter(({ path }) => !path.endsWith(".d.ts") && !path.endsWith(".ts"));
    expect(await typeProblems(manifest, untyped)).not.toEqual([]);
  });
});

/** The packages are ES modules alone: what only CommonJS or its old resolution would miss is by design. */
async function typeProblems({ name, version }: Manifest, files: readonly PackedFile[]) {
  const folder = `/node_modules/${name}/`;
  const contents = Object.fromEntries(files.map(({ path, data }) => [folder + path, data]));
  const analysis = await checkPackage(new Package(contents, name, version), {
    excludeEntrypoints: [/\.css$/, "./package.json"],
  });
  if (!analysis.types) return [{ kind: "NoTypes" }];
  return analysis.problems.filter(
    (problem) =>
      problem.kind !== "CJSResolvesToESM" &&
      !("resolutionKind" in problem && /^node10$|cjs$/.test(problem.resolutionKind)),
  );
}

interface PackedFile {
  readonly path: string;
  readonly data: Uint8Array;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly publishConfig: object;
}

/** The files of a package as `pnpm pack` makes them: what `files` names, and a manifest without workspace words. */
function pack(folder: string): { manifest: Manifest; files: PackedFile[] } {
  const text = readFileSync(join(folder, "package.json"), "utf8");
  const { publishConfig, ...rest } = JSON.parse(text) as Manifest;
  const manifest = { ...rest, ...publishConfig };
  const published = JSON.stringify(manifest).replaceAll("workspace:^", "^0.1.0");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.startsWith("dist/") || path.startsWith("src/") || path === "README.md");
  const data = (path: string) => new Uint8Array(readFileSync(join(folder, path)));
  return {
    manifest: { ...rest, publishConfig },
    files: [
      {
        path: "package.json",
        data: new TextEncoder().encode(published.replaceAll("catalog:", "^1.0.0")),
      },
      ...paths.map((path) => ({ path, data: data(path) })),
    ],
  };
}
