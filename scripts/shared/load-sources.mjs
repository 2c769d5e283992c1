import { createServer } from "vite";
import { root, viteConfig } from "./root.mjs";

/**
 * Loads a module from its TypeScript sources, so that nothing has to be built first; `path` begins at the repository's
 * folder. `close` ends the loader, after whatever came from it.
 */
export async function loadSources(path) {
  const loader = await createServer({
    configFile: viteConfig,
    root,
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  const module = await loader.environments.ssr.runner.import(path);
  return { ...module, close: () => loader.close() };
}
