import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { root } from "../shared/root.mjs";
import { entryPlugin } from "./entry-plugin.mjs";

/** The files of a built demo: JavaScript of the first page, of a login, all of it, all CSS; bytes after gzip. */
export function demoBytes(outDir, loadedInBrowser, loadedByLogin) {
  const weigh = (files) =>
    files.reduce((sum, file) => sum + zipped(readFileSync(join(outDir, file))), 0);
  const all = readdirSync(join(outDir, "assets")).map((name) => `assets/${name}`);
  const scripts = all.filter((file) => extname(file) === ".js");
  // What the page asks for by itself, and what it turned out to load before the form was there.
  const initial = new Set([...statedBy(outDir), ...loadedInBrowser]);
  const login = new Set([...initial, ...loadedByLogin]);
  return {
    login: weigh(scripts.filter((file) => login.has(file))),
    initial: weigh(scripts.filter((file) => initial.has(file))),
    all: weigh(scripts),
    css: weigh(all.filter((file) => extname(file) === ".css")),
  };
}

/** The entry, its static imports and what index.html preloads. */
function statedBy(outDir) {
  const manifest = JSON.parse(readFileSync(join(outDir, ".vite/manifest.json"), "utf8"));
  const found = new Set();
  const add = (key) => {
    if (found.has(manifest[key].file)) return;
    found.add(manifest[key].file);
    manifest[key].imports?.forEach(add);
  };
  Object.keys(manifest)
    .filter((key) => manifest[key].isEntry)
    .forEach(add);
  const html = readFileSync(join(outDir, "index.html"), "utf8");
  return [
    ...found,
    ...[...html.matchAll(/(?:href|src)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]),
  ];
}

/** What an application pays for React before it has done anything. */
export function reactBytes() {
  const code = `import { createRoot } from "react-dom/client";
    import "react";
    createRoot(document.createElement("div")).render(null);`;
  return bundled(code, join(root, "apps/demo"));
}

/** The panel for pages without React, as it is published: all of it, React included. */
export function widgetBytes() {
  return zipped(readFileSync(join(root, "packages/components/dist/widget.js")));
}

/** auth0-js with nothing around it. */
export function auth0Bytes() {
  return bundled(
    `import * as auth0 from "auth0-js"; globalThis.auth0 = auth0;`,
    join(root, "apps/checks"),
  );
}

/** Bytes after gzip of `code`, bundled as the demo is, with packages taken from `project`. */
async function bundled(code, project) {
  const entry = join(project, "figures-entry.js");
  const { output } = await build({
    configFile: false,
    root: project,
    logLevel: "warn",
    plugins: [entryPlugin(entry, code)],
    build: {
      write: false,
      target: "es2022",
      reportCompressedSize: false,
      rolldownOptions: { input: entry },
    },
  });
  return output.reduce(
    (sum, { type, code: text }) => sum + (type === "chunk" ? zipped(text) : 0),
    0,
  );
}

function zipped(content) {
  return gzipSync(content, { level: 9 }).length;
}
