import { loadSources } from "./load-sources.mjs";

/** Loads @portico/tenant. `close` ends the loader, after the tenant that came from it. */
export const loadTenant = () => loadSources("/packages/tenant/src/index.ts");
