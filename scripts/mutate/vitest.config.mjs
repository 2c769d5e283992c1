import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { targets } from "./targets.mjs";

const root = join(import.meta.dirname, "../..");
const only = process.env.PORTICO_MUTATE ?? "core/flows";
const isCore = !only.startsWith("components");
const { tests: rooms, outside = [] } = targets[only];
const source = "@portico/source";

/** The tests of those rooms with one of these endings. */
const files = (name, ...endings) =>
  rooms.flatMap((room) => endings.map((ending) => `packages/${name}/src/${room}/*${ending}`));

// A browser would take seconds for each of thousands of mutants. Most of what is tested in one needs no more than a
// document, and jsdom has one; what does need more is left out by name, here and in `real-browser.mjs`.
const realBrowser = ["packages/core/src/client/litter*.browser.test.ts"];

// A property tries a thousand times what a table tells once; a mutant is to be noticed by the table.
const never = ["**/*.fuzz.*"];

// What calls it from outside, at a tenant of its own.
const atTenant = outside.map((name) => `apps/checks/src/${name}.test.ts`);

const nodeProject = {
  name: "node",
  environment: "node",
  include: [...files("core", ".test.ts"), ...atTenant],
  exclude: [...never, "**/*.browser.test.*"],
};
const domProject = {
  name: "dom",
  environment: "jsdom",
  environmentOptions: { jsdom: { url: "https://app.example/callback" } },
  setupFiles: [
    join(import.meta.dirname, "real-browser.mjs"),
    join(root, "apps/checks/src/client-locks.setup.ts"),
  ],
  include: files("core", ".browser.test.ts"),
  exclude: [...never, ...realBrowser],
};
const componentProjects = [
  {
    name: "components",
    environment: "node",
    include: files("components", ".test.ts"),
    exclude: [...never, "**/*.browser.test.*"],
  },
  {
    name: "components-dom",
    environment: "jsdom",
    globals: true,
    setupFiles: [join(import.meta.dirname, "impatience.mjs")],
    include: files("components", ".test.tsx"),
    exclude: [...never, "**/*.browser.test.*"],
  },
];

/** For Stryker alone, which runs it in a copy of the repository below node_modules. */
export default defineConfig({
  root,
  resolve: {
    conditions: [source, "module", "browser", "development"],
    alias: sourcesOfCore(),
  },
  ssr: {
    noExternal: [/^@portico\//],
    resolve: {
      conditions: [source, "module", "node", "development"],
      externalConditions: [source],
    },
  },
  test: {
    // A test that hangs is ended by Stryker; one that is late before anything was changed would cost its room.
    testTimeout: 60_000,
    // A mutant is noticed the first time, or it is not.
    retry: 0,
    projects: (isCore ? [nodeProject, domProject] : componentProjects).map((project) => ({
      extends: true,
      test: { ...project, server: { deps: { inline: [/\/sandbox-/] } } },
    })),
  },
});

/** The copy's own, wherever they are called from: what is mutated. */
function sourcesOfCore() {
  const folder = join(root, "packages/core");
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const entries = Object.entries(exports).filter(([, { [source]: path }]) => path);
  return entries.map(([entry, { [source]: path }]) => ({
    find: new RegExp(`^@portico/core${entry.slice(1)}$`),
    replacement: join(folder, path),
  }));
}
