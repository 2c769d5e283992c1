import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { root } from "../shared/root.mjs";
import { entryPlugin } from "./entry-plugin.mjs";

/** The smallest application with a login: what the README of the components shows. */
const code = `import { createElement } from "react";
  import { createRoot } from "react-dom/client";
  import { Login } from "@portico/components";
  import { Auth0Provider } from "@portico/react";
  import "@portico/components/styles.css";
  createRoot(document.getElementById("root")).render(
    createElement(Auth0Provider, window.config,
      createElement(Login, { onAuthenticated: () => (document.title = "Signed in") })));`;

/** Builds the application into a folder. React stands in files of its own, so that it can be left out. */
export async function buildLoginPage(folder, { sources = false } = {}) {
  const outDir = join(folder, "login");
  // It has all of the packages, as an application that has installed them.
  const project = join(root, "apps/checks");
  const entry = join(project, "login-page.js");
  const conditions = [...(sources ? ["@portico/source"] : []), "module", "browser", "production"];
  await build({
    configFile: false,
    root: project,
    logLevel: "error",
    resolve: { conditions },
    define: { "process.env.NODE_ENV": `"production"` },
    plugins: [entryPlugin(entry, code)],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: { login: entry },
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "[name]-[hash].js",
          assetFileNames: "[name][extname]",
          codeSplitting: {
            groups: [{ name: "react", test: /node_modules\/(?:react|react-dom|scheduler)\// }],
          },
        },
      },
    },
  });
  mkdirSync(outDir, { recursive: true });
  writeFileSync(
    join(outDir, "index.html"),
    `<!doctype html><title>Login</title><link rel="stylesheet" href="/login.css"><div id="root"></div><script>window.config = JSON.parse(decodeURIComponent(location.hash.slice(1)));history.replaceState(null, "", "/");</script><script type="module" src="/login.js"></script>`,
  );
  return outDir;
}

/**
 * Signs in by the page, and weighs its scripts but for React, and its style sheet; bytes after gzip. `initial` for
 * the idle form, `login` until somebody has signed in and nothing more is fetched. `address` serves `outDir`.
 */
export async function loginPageBytes(page, outDir, { address, config, user }) {
  const loaded = new Set();
  page.on("requestfinished", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === address && pathname.endsWith(".js")) loaded.add(pathname.slice(1));
  });
  await page.goto(`${address}/#${encodeURIComponent(JSON.stringify(config))}`);
  const email = page.getByRole("textbox", { name: "E-mail" });
  await email.waitFor();
  // With what the core fetches ahead, which may come before the form or after it.
  await page.waitForLoadState("networkidle");
  const initial = weigh(outDir, loaded);
  await email.fill(user.email);
  await page.getByLabel("Password", { exact: true }).fill(user.password);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.title === "Signed in");
  // What is fetched for later counts too.
  await page.waitForLoadState("networkidle");
  const styles = readdirSync(outDir).filter((name) => extname(name) === ".css");
  return { initial, login: weigh(outDir, loaded), css: weigh(outDir, styles) };
}

function weigh(outDir, files) {
  return [...files]
    .filter((file) => !file.startsWith("react-"))
    .reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length,
      0,
    );
}
