import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
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

interface Manifest {
  exports: Record<string, string | { [condition: string]: string }>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Builds the package in `folder`. */
function packaged(folder: string): ViteUserConfig {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return manifest.bin ? program(manifest, folder) : library(manifest, folder);
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

/** The index with nothing to load later: for pages without a bundler. */
function standalone(folder: string): ViteUserConfig {
  return {
    build: {
      ...output,
      lib: { entry: { standalone: join(folder, "src/index.ts") }, formats: ["es"] },
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

/** Every subpath with a source and every bin is an entry of its own. */
function entriesOf(manifest: Manifest, folder: string): Record<string, string> {
  const exported = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "object" && target[sourceCondition] ? [target[sourceCondition]] : [],
  );
  const bins = Object.values(manifest.bin ?? {}).map((path) =>
    path.replace("/dist/", "/src/").replace(/\.js$/, ".ts"),
  );
  return Object.fromEntries(
    [...exported, ...bins]
      .filter((path) => existsSync(join(folder, path)))
      .map((path) => [path.replace("./src/", "").replace(/\.\w+$/, ""), join(folder, path)]),
  );
}

function application(mode: string): ViteUserConfig {
  const build = ["production", "built"].includes(mode) ? "production" : "development";
  const source = mode === "built" ? [] : [sourceCondition];
  return {
    plugins: [react()],
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
      coverage: { provider: "v8", include: ["packages/*/src/**/*.{ts,tsx}"] },
      projects: [
        {
          extends: true,
          test: {
            name: "unit-node",
            environment: "node",
            include: ["packages/{core,tenant}/src/**/*.test.ts", "apps/checks/src/**/*.test.ts"],
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
            include: ["packages/{react,components}/src/**/*.test.{ts,tsx}"],
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
            include: ["packages/*/src/**/*.browser.test.{ts,tsx}"],
            browser: chromium(),
          },
        },
        {
          extends: true,
          plugins: [storybookTest({ configDir: join(root, ".storybook") })],
          test: { name: "storybook", browser: chromium() },
        },
      ],
    },
  };
}

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
