import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type InlineConfig, type Manifest, type Plugin } from "vite";
import { bytesOf, sum, type Bytes } from "./bytes.js";
import type { Contestant } from "./contestants.js";
import { loginMarkup } from "./login-markup.js";
import { cache, root } from "./place.js";

/** What a bundler makes of a page. */
export interface BuiltPage {
  readonly folder: string;
  /** What index.html asks for. */
  readonly initial: Bytes;
  /** What the page may ask for later. */
  readonly lazy: Bytes;
  readonly css: Bytes;
}

const html = (name: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${name}</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="./main.tsx"></script>
  </body>
</html>
`;

/** Builds the page of a contestant for production, as Vite does for everybody. `define` is put into its code. */
export async function buildPage(
  { name, folder }: Pick<Contestant, "name" | "folder">,
  define: Readonly<Record<string, unknown>> = {},
): Promise<BuiltPage> {
  const outDir = join(cache, "pages", name);
  mkdirSync(outDir, { recursive: true });
  await forProduction({
    configFile: false,
    root: folder,
    mode: "production",
    logLevel: "error",
    resolve: { conditions: ["module", "browser", "production"], dedupe: ["react", "react-dom"] },
    define: Object.fromEntries(
      Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)]),
    ),
    plugins: [pageAt(join(folder, "index.html"), name), makeModules],
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      sourcemap: "hidden",
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: join(folder, "index.html") },
    },
  });
  return { folder: outDir, ...weigh(outDir) };
}

/** React takes the environment's word for what it is built for; the tenant does not run in production. */
async function forProduction(config: InlineConfig): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await build(config);
  } finally {
    process.env.NODE_ENV = before;
  }
}

/** All contestants have the same document around them, which is no file of theirs. */
function pageAt(path: string, name: string): Plugin {
  return {
    name: "page",
    enforce: "pre",
    resolveId: (id) => (id === path ? id : null),
    load: (id) => (id === path ? html(name) : null),
  };
}

/** Modules that are no files, for pages that want a part of something. */
const made: Readonly<Record<string, () => string>> = {
  // What verifies ID tokens in the core.
  "bench:verifier": () =>
    ["jwks", "verify-id-token"]
      .map((file) => `export * from "${join(root, "packages/core/src/tokens", file)}.ts";`)
      .join("\n"),
  "bench:login-markup": () => `export const markup = ${JSON.stringify(loginMarkup())};`,
};

const makeModules: Plugin = {
  name: "make-modules",
  resolveId: (id) => (id in made ? `\0${id}` : null),
  load: (id) => (id.startsWith("\0") ? made[id.slice(1)]?.() : null),
};

function weigh(outDir: string): Omit<BuiltPage, "folder"> {
  const manifest = JSON.parse(
    readFileSync(join(outDir, ".vite/manifest.json"), "utf8"),
  ) as Manifest;
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const initial = reach(manifest, entries, "imports");
  const all = reach(manifest, entries, "imports", "dynamicImports");
  const files = (keys: Iterable<string>, end: string) => {
    const names = [...keys].flatMap((key) => {
      const chunk = manifest[key];
      return chunk ? [chunk.file, ...(chunk.css ?? [])] : [];
    });
    const unique = [...new Set(names)].filter((file) => file.endsWith(end));
    return sum(unique.map((file) => bytesOf(readFileSync(join(outDir, file)))));
  };
  const later = [...all].filter((key) => !initial.has(key));
  return {
    initial: files(initial, ".js"),
    lazy: files(later, ".js"),
    css: files(all, ".css"),
  };
}

/** What can be reached from `start` by those members of the manifest. */
function reach(
  manifest: Manifest,
  start: readonly string[],
  ...ways: readonly ("imports" | "dynamicImports")[]
): Set<string> {
  const found = new Set<string>();
  const add = (key: string): void => {
    if (found.has(key)) return;
    found.add(key);
    for (const way of ways) manifest[key]?.[way]?.forEach(add);
  };
  start.forEach(add);
  return found;
}
