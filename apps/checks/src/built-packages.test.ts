import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const packages = join(import.meta.dirname, "../../../packages");

/** What `npm test` has built by now, and what users get. */
describe.each(readdirSync(packages))("@portico/%s, built", (name) => {
  const folder = join(packages, name);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|d\.ts)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(folder, "dist", file), "utf8") }));

  test("imports only what it declares, in its types too", () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const known = new Set([...declared, ...builtinModules.map((module) => `node:${module}`)]);
    const strangers = files.flatMap(({ file, text }) =>
      packagesIn(text)
        .filter((imported) => !known.has(imported))
        .map((imported) => `${file}: ${imported}`),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(strangers).toEqual([]);
  });

  test("has every file that its exports name, and shows users no source condition", () => {
    const targets = JSON.stringify(manifest.publishConfig.exports).match(/\.\/[^"]+\.\w+(?=")/g);
    const isThere = (path: string) => readFileSync(join(folder, path)).length > 0;
    const paths = (targets ?? []).filter(
      (path) => path.includes("/dist/") || path.includes("/src/"),
    );
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
    expect(JSON.stringify(manifest.publishConfig)).not.toContain("@portico/source");
    const subpaths = (exports: object) => Object.keys(exports).toSorted(inOrder);
    expect(subpaths(manifest.publishConfig.exports)).toEqual(subpaths(manifest.exports));
  });

  test("keeps the mark of client code at the top of each file that had it", () => {
    const marked = files.filter(({ text }) => text.includes('"use client"'));
    expect(marked.filter(({ text }) => !text.startsWith('"use client"'))).toEqual([]);
    expect(marked.length > 0).toBe(name === "react" || name === "components");
  });
});

interface Manifest {
  readonly exports: object;
  readonly publishConfig: { readonly exports: object };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The packages that a file imports, however it does. */
function packagesIn(text: string): string[] {
  // Examples in comments import what they are about.
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  // `Buffer.from("…")` imports nothing.
  const specifiers = /(?<!\.)\b(?:from|import)\s*\(?\s*["']([\w@][\w@./:-]*)["']/g;
  return [...code.matchAll(specifiers)].map(([, specifier = ""]) => {
    if (specifier.startsWith("node:")) return specifier;
    const parts = specifier.split("/");
    return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  });
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1;
}
