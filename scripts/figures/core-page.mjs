import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { root } from "../shared/root.mjs";

/** An application of the core alone: it starts, and can sign in. */
const code = `import { createAuthClient } from "@portico/core";
  const client = createAuthClient(window.config);
  client.start().then(() => {
    // Whatever is fetched ahead for later begins after this.
    const scripts = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    window.loadedWhenReady = scripts.filter((path) => path.endsWith(".js")).map((path) => path.slice(1));
  });
  window.login = (params) => client.login(params).then(({ kind }) => kind);`;

/** An application of the Authentication API alone. */
const apiCode = `import { AuthenticationClient } from "@portico/core/authentication";
  window.api = new AuthenticationClient({ domain: "example.auth0.com", clientId: "spa" });`;

/** Builds the application into a folder and gives the JavaScript of its chunks by file name. */
export async function buildCorePage(folder) {
  const outDir = join(folder, "core");
  mkdirSync(outDir, { recursive: true });
  const output = await bundle(code);
  const scripts = output.filter(({ type }) => type === "chunk");
  for (const { fileName, code: text } of scripts) {
    mkdirSync(join(outDir, fileName, ".."), { recursive: true });
    writeFileSync(join(outDir, fileName), text);
  }
  const entry = scripts.find(({ isEntry }) => isEntry).fileName;
  writeFileSync(
    join(outDir, "index.html"),
    `<!doctype html><title>Core</title><script>window.config = JSON.parse(decodeURIComponent(location.hash.slice(1)));history.replaceState(null, "", "/");</script><script type="module" src="/${entry}"></script>`,
  );
  return outDir;
}

/**
 * Starts the application, signs in, and weighs the scripts: `initial` until it is known that nobody is signed in,
 * `login` until somebody is, `all` that there are; bytes after gzip. `address` serves `outDir`.
 */
export async function coreBytes(page, outDir, { address, config, user }) {
  const loaded = new Set();
  page.on("requestfinished", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === address && pathname.endsWith(".js")) loaded.add(pathname.slice(1));
  });
  await page.goto(`${address}/#${encodeURIComponent(JSON.stringify(config))}`);
  await page.waitForFunction(() => window.loadedWhenReady);
  const initial = weigh(outDir, await page.evaluate(() => window.loadedWhenReady));
  const kind = await page.evaluate((params) => window.login(params), user);
  if (kind !== "authenticated") throw new Error(`The login ended as ${kind}.`);
  // What is fetched for later counts too.
  await page.waitForLoadState("networkidle");
  const all = readdirSync(outDir).filter((name) => name.endsWith(".js"));
  return { initial, login: weigh(outDir, loaded), all: weigh(outDir, all) };
}

/** What importing nothing but the Authentication API costs, and which rooms it brings along. */
export async function apiBytes() {
  const chunks = (await bundle(apiCode)).filter(({ type }) => type === "chunk");
  // A published file has the code of several rooms; the map names those of which something is left.
  const rooms = new Set(chunks.flatMap(({ map }) => map.sources.map(roomOf)).filter(Boolean));
  return {
    bytes: chunks.reduce((sum, { code: text }) => sum + zipped(text), 0),
    rooms: [...rooms].toSorted((a, b) => (a < b ? -1 : 1)),
  };
}

function roomOf(source) {
  return /\/core\/src\/([\w-]+)\//.exec(source.replaceAll("\\", "/"))?.[1];
}

/** As users get the packages: what is built, not the sources. */
const conditions = ["module", "browser", "production"];

async function bundle(source) {
  const project = join(root, "packages/react");
  const entry = join(project, "core-page.js");
  const { output } = [
    await build({
      configFile: false,
      root: project,
      logLevel: "warn",
      resolve: { conditions },
      plugins: [
        {
          name: "entry",
          resolveId: (id) => (id === entry ? id : null),
          load: (id) => (id === entry ? source : withMap(id)),
        },
      ],
      build: {
        write: false,
        target: "es2022",
        sourcemap: "hidden",
        reportCompressedSize: false,
        // For a server, so that the bundler adds no code of its own to preload the chunks.
        ssr: true,
        rolldownOptions: {
          input: { core: entry },
          output: { minify: true, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
      ssr: { noExternal: true, resolve: { conditions } },
    }),
  ].flat()[0];
  return output;
}

/** A built file with its own map, so that the map of the bundle leads to the sources. */
function withMap(id) {
  const map = `${id}.map`;
  if (!existsSync(map)) return null;
  return { code: readFileSync(id, "utf8"), map: readFileSync(map, "utf8") };
}

function weigh(outDir, files) {
  return [...files].reduce((sum, file) => sum + zipped(readFileSync(join(outDir, file))), 0);
}

function zipped(content) {
  return gzipSync(content, { level: 9 }).length;
}
