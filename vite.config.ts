import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import type { Plugin, Rolldown } from "vite";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { corePartsIn } from "./scripts/build/core-parts.mjs";

/**
 * One file for every use of Vite: package builds (`--mode lib`, and `--mode standalone` for the
 * whole package in one file), the demo, Storybook and the tests. `--mode built` is an app made of
 * the packages as users get them; all others take the sources.
 */
export default defineConfig(({ mode }) => {
  if (mode === "lib") return packaged(process.cwd());
  return mode === "standalone" ? standalone(process.cwd()) : application(mode);
});

const root = import.meta.dirname;
const sourceCondition = "@portico/source";
const patience = join(root, "packages/react/test/patience.ts");

const cores = availableParallelism();

/** Two projects run in a browser, and at once: each gets half of the machine, when the other projects have left it. */
const afterThoseOfNode = {
  maxWorkers: Math.max(1, Math.floor(cores / 2)),
  sequence: { groupOrder: 1 },
};

interface Manifest {
  exports: Record<string, string | { [condition: string]: string }>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Builds the package in `folder`. */
function packaged(folder: string): ViteUserConfig {
  const manifest = readManifest(folder);
  return manifest.bin ? program(manifest, folder) : library(manifest, folder);
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

const output = {
  target: "es2022",
  sourcemap: true,
  minify: false,
  emptyOutDir: false,
  reportCompressedSize: false,
} as const;

/** One file out for each source file, so that "use client" and tree shaking survive; the core in files of its own. */
function library(manifest: Manifest, folder: string): ViteUserConfig {
  const outside = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return {
    plugins: [react()],
    build: {
      ...output,
      cssCodeSplit: true,
      lib: { entry: entriesOf(manifest, folder), formats: ["es"], cssFileName: "styles" },
      rolldownOptions: {
        external: (id) =>
          id.startsWith("node:") ||
          outside.some((name) => id === name || id.startsWith(`${name}/`)),
        output: {
          entryFileNames: "[name].js",
          ...(folder === join(root, "packages/core")
            ? {
                chunkFileNames: "parts/[name].js",
                codeSplitting: { groups: corePartsIn(join(folder, "src")) },
              }
            : { preserveModules: true, preserveModulesRoot: join(folder, "src") }),
        },
      },
    },
  };
}

/** All of a subpath in one file, with nothing to load later: for pages without a bundler. */
function standalone(folder: string): ViteUserConfig {
  const manifest = readManifest(folder);
  const [alone] = exportsOf(manifest).filter(isInOneFile);
  if (!alone) throw new Error(`No export of ${folder} is a file of another name than its source.`);
  const name = alone.default.replace("./dist/", "").replace(/\.js$/, "");
  return {
    plugins: [react()],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      ...output,
      // A style sheet in the code stays as it is written: the page around it follows no bundler in how it says dark.
      cssMinify: true,
      cssTarget: "esnext",
      // A map of what others wrote would weigh more than the rest of the package; their licenses come along.
      sourcemap: !manifest.dependencies,
      license: manifest.dependencies ? { fileName: `${name}.licenses.md` } : false,
      lib: { entry: { [name]: join(folder, alone.source) }, formats: ["es"] },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          // The option of `build` would keep a library's white space.
          minify: true,
          entryFileNames: "[name].js",
        },
      },
    },
  };
}

/**
 * A few files with the dependencies in them: a program loads all of itself, and from several
 * hundred files it would take 100 ms longer to start.
 */
function program(manifest: Manifest, folder: string): ViteUserConfig {
  return {
    // The one is native, the other is loaded only where https is asked for.
    ssr: { noExternal: true, external: ["libsql", "selfsigned"] },
    build: {
      ...output,
      ssr: true,
      license: { fileName: "licenses.md" },
      rolldownOptions: {
        input: entriesOf(manifest, folder),
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  };
}

/** Every subpath with a source and every bin is an entry of its own, but for what is one file. */
function entriesOf(manifest: Manifest, folder: string): Record<string, string> {
  const exported = exportsOf(manifest)
    .filter((target) => !isInOneFile(target))
    .map(({ source }) => source);
  const bins = Object.values(manifest.bin ?? {}).map((path) =>
    path.replace("/dist/", "/src/").replace(/\.js$/, ".ts"),
  );
  return Object.fromEntries(
    [...exported, ...bins]
      .filter((path) => existsSync(join(folder, path)))
      .map((path) => [path.replace("./src/", "").replace(/\.\w+$/, ""), join(folder, path)]),
  );
}

/** The subpaths that have a source. */
function exportsOf({ exports }: Manifest) {
  return Object.values(exports).flatMap((target) => {
    if (typeof target === "string") return [];
    const { [sourceCondition]: source, default: built } = target;
    return source && built ? [{ source, default: built }] : [];
  });
}

/** Whether a subpath is one file of another name, rather than the file that its source becomes. */
function isInOneFile({ source, default: built }: { source: string; default: string }): boolean {
  const own = source.replace("./src/", "./dist/").replace(/\.tsx?$/, ".js");
  return built !== own;
}

function application(mode: string): ViteUserConfig {
  const build = ["production", "built"].includes(mode) ? "production" : "development";
  const source = mode === "built" ? [] : [sourceCondition];
  return {
    plugins: [react(), oneFirstFile()],
    resolve: { conditions: [...source, "module", "browser", build] },
    ssr: {
      noExternal: [/^@portico\//],
      resolve: { conditions: [...source, "module", "node", build], externalConditions: source },
    },
    // A dependency first met in the middle of a run would reload the page under a running test.
    // The demo is found from its index.html, and should not bundle what only tests use.
    ...(mode === "test" && {
      optimizeDeps: {
        entries: [`${root}/packages/*/src/**/*.{ts,tsx}`, `${root}/apps/*/src/**/*.{ts,tsx}`],
      },
    }),
    // Inlined files would be data: addresses, which a strict policy refuses.
    build: { target: "es2022", reportCompressedSize: false, assetsInlineLimit: 0 },
    test: {
      // Once more, and then named in the summary: a loaded machine must not look like a broken promise.
      retry: 1,
      testTimeout: 15_000,
      maxWorkers: Math.max(2, cores - 1),
      coverage: { provider: "v8", include: ["packages/*/src/**/*.{ts,tsx}"] },
      projects: [
        {
          extends: true,
          test: {
            name: "unit-node",
            environment: "node",
            include: ["packages/*/src/**/*.test.ts", "apps/{checks,bench}/src/**/*.test.ts"],
            exclude: ["**/*.browser.test.*", "**/node_modules/**"],
          },
        },
        {
          extends: true,
          test: {
            name: "unit-dom",
            environment: "jsdom",
            globals: true,
            setupFiles: [patience],
            // A file without JSX renders nothing, and needs no document.
            include: ["packages/{react,components}/src/**/*.test.tsx"],
            exclude: ["**/*.browser.test.*", "**/node_modules/**"],
          },
        },
        {
          extends: true,
          resolve: { alias: react18() },
          test: {
            name: "react-18",
            environment: "jsdom",
            globals: true,
            setupFiles: [patience],
            include: [
              "packages/react/src/**/*.test.{ts,tsx}",
              // What differs between the two: refs, lists of choices, ids, hydration, and what follows a store.
              "packages/components/src/{form/block,form/tell,parts/{phone-field,slot,resend-button}}.test.tsx",
              "packages/components/src/{login/login-rendering,login/login-progress}.test.tsx",
              "packages/components/src/signup/{signup-choices,signup-undisclosed}.test.tsx",
              "packages/components/src/{passwordless/passwordless,mfa/mfa-enroll}.test.tsx",
              "packages/components/src/{reset-password,social-buttons,link-accounts,user-menu}/*.test.tsx",
              "packages/components/src/auth-panel/{use-auth-panel,auth-panel}.test.tsx",
              "packages/components/src/i18n/switch-language.test.tsx",
            ],
            exclude: ["**/*.browser.test.*", "**/node_modules/**"],
            // It would else bring the React along that it is installed with.
            server: { deps: { inline: ["react-hook-form"] } },
          },
        },
        {
          extends: true,
          test: {
            name: "browser",
            ...afterThoseOfNode,
            include: ["packages/*/src/**/*.browser.test.{ts,tsx}"],
            browser: chromium(),
          },
        },
        {
          extends: true,
          plugins: [storybookTest({ configDir: join(root, ".storybook") })],
          // A story may go through all that its component can be.
          test: {
            name: "storybook",
            ...afterThoseOfNode,
            testTimeout: 60_000,
            browser: chromium(),
          },
        },
      ],
    },
  };
}

/**
 * Whatever the demo's first page needs in one file, and a login's part of the core in another: cut along what later
 * pages share with them, they would be twenty, and each weighs more for itself.
 */
function oneFirstFile(): Plugin {
  const login = /core\/dist\/parts\/(sign-in|tokens)\.js$/;
  return {
    name: "one-first-file",
    apply: "build",
    config({ root: folder }) {
      if (folder !== join(root, "apps/demo")) return undefined;
      const groups: ChunkGroup[] = [
        { name: "first", tags: ["$initial"] },
        { name: "login", test: login },
      ];
      return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
    },
  };
}

/** Names modules that go into one file. */
type ChunkGroup = NonNullable<Rolldown.CodeSplittingOptions["groups"]>[number];

/** The oldest React that the packages support, in the place of the one that everything else is tested with. */
function react18(): Record<string, string> {
  const { dependencies } = JSON.parse(
    readFileSync(join(root, "apps/react-18/package.json"), "utf8"),
  ) as { dependencies: Record<string, string> };
  const folder = join(root, "apps/react-18/node_modules");
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, join(folder, name)]));
}

/** A fresh object for each project: Vitest refuses one that two projects share. */
function chromium() {
  const executablePath = process.env["CHROME_BIN"];
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        ...(executablePath && { executablePath }),
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      },
    }),
    instances: [{ browser: "chromium" as const }],
  };
}
