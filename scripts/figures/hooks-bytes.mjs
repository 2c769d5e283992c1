import { SourceMap } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { root } from "../shared/root.mjs";
import { entryPlugin } from "./entry-plugin.mjs";

const everything = `export * from "@portico/react";`;
const dialect = "@portico/react/auth0-react";
const loginAlone = `export { Auth0Provider, useLogin } from "@portico/react";`;

/** What every page of hooks has besides them. */
const react = ["react", "react-dom"];
const around = [...react, "@portico/core"];
const query = "@tanstack/react-query";

/** An app that has all of the core and of React Query in it. */
const app = `export * from "@portico/core"; export * from "${query}";`;

/**
 * What the package adds to a page that has React, the core and React Query, in bytes after gzip: `hooks`, all of them
 * with their provider; `all`, the components on top; `auth0React`, what `@portico/react/auth0-react` adds to the hooks;
 * and `login`, `useLogin` with its provider alone. `files` shares out among its files what the package weighs by
 * itself. The packages are those that such a page brings along besides, by which it shows that a login leaves React
 * Query at home. Weighs what is built, or the sources.
 */
export async function hooksBytes({ sources = false } = {}) {
  const all = await bundle(everything, [...around, query], sources);
  const names = all.names.filter((name) => name === "Auth0Provider" || /^use[A-Z]/.test(name));
  const allHooks = `export { ${names.join(", ")} } from "@portico/react";`;
  const { names: spoken } = await bundle(
    `export * from "${dialect}";`,
    [...around, query],
    sources,
  );
  // Some have the names of hooks.
  const renamed = spoken.map((name) => `${name} as ${name}InDialect`);
  const whole = await bundle(everything, around, sources);
  const page = await bundle(loginAlone, around, sources);
  const before = await bundle(app, react, sources);
  const added = async (code) => (await bundle(app + code, react, sources)).bytes - before.bytes;
  const hooks = await added(allHooks);
  return {
    hooks,
    all: await added(everything),
    auth0React: (await added(`${allHooks} export { ${renamed} } from "${dialect}";`)) - hooks,
    login: await added(loginAlone),
    files: all.files,
    packages: whole.packages,
    loginPackages: page.packages,
  };
}

async function bundle(code, outside, sources) {
  // This package has all of the others, as an app that has installed them.
  const project = join(root, "apps/checks");
  const entry = join(project, "hooks-page.js");
  const conditions = [...(sources ? ["@portico/source"] : []), "module", "browser", "production"];
  const { output } = [
    await build({
      configFile: false,
      root: project,
      // A bundle for one page has no need of the marks of client code, about which it would warn.
      logLevel: "error",
      resolve: { conditions },
      define: { "process.env.NODE_ENV": `"production"` },
      plugins: [entryPlugin(entry, code)],
      build: {
        write: false,
        target: "es2022",
        sourcemap: true,
        reportCompressedSize: false,
        // For a server, so that the bundler adds no code of its own to preload the chunks.
        ssr: true,
        rolldownOptions: {
          input: { hooks: entry },
          external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
          output: { minify: true, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
      ssr: { noExternal: true, resolve: { conditions } },
    }),
  ].flat()[0];
  const chunks = output.filter(({ type }) => type === "chunk");
  const names = chunks.flatMap(({ isEntry, exports: own }) => (isEntry ? own : []));
  const modules = chunks.flatMap(({ modules: own }) => Object.keys(own));
  return {
    names,
    bytes: chunks.reduce((sum, { code: text }) => sum + zipped(text), 0),
    files: chunks.flatMap(filesOf).toSorted((a, b) => b.bytes - a.bytes),
    packages: [...new Set(modules.map(packageOf).filter(Boolean))].toSorted((a, b) =>
      a < b ? -1 : 1,
    ),
  };
}

/** Gives each file its part of the chunk's bytes, by what the source map says of every character. */
function filesOf({ code, map }) {
  // A file of nothing but `export … from` has none.
  if (!map) return [];
  const known = new SourceMap({ ...map, sources: map.sources.map((name) => name ?? "") });
  const counts = new Map();
  for (const [line, text] of appCode(code).split("\n").entries()) {
    for (let column = 0; column < text.length; column += 1) {
      const { originalSource = "" } = known.findEntry(line, column);
      counts.set(originalSource, (counts.get(originalSource) ?? 0) + 1);
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].map(([file, count]) => ({
    file: /packages\/[\w-]+\/(?:src|dist)\/.+/.exec(file)?.[0] ?? (file || "the bundler's own"),
    bytes: Math.round((zipped(code) * count) / total),
  }));
}

/** The package a module belongs to: `@tanstack/react-query`; ours by the folder they are in. */
function packageOf(path) {
  const file = path.replaceAll("\\", "/");
  const own = /\/packages\/([\w-]+)\/(?:src|dist)\//.exec(file)?.[1];
  if (own) return `@portico/${own}`;
  return /.*\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(file)?.[1];
}

function zipped(code) {
  return gzipSync(appCode(code), { level: 9 }).length;
}

/** Without the list of exports, and the line about the source map: no app has them. */
function appCode(code) {
  return code.replace(/export\s*\{[^}]*\};?\s*(?:\/\/# .*\s*)?$/, "");
}

// Run by itself it prints where the bytes are: node scripts/figures/hooks-bytes.mjs [--sources]
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const sources = process.argv.includes("--sources");
  const { files, ...rest } = await hooksBytes({ sources });
  console.table(files);
  console.log(rest);
}
