import { createServer } from "vite";
import { root, viteConfig } from "./root.mjs";

/**
 * Loads @portico/tenant from its TypeScript sources, so that nothing has to be built first.
 * `close` ends the loader, after the tenant that came from it.
 */
export async function loadTenant() {
  const loader = await createServer({
    configFile: viteConfig,
    root,
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  const module = await loader.environments.ssr.runner.import("/packages/tenant/src/index.ts");
  return { ...module, close: () => loader.close() };
}
