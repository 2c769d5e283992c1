import { join } from "node:path";
import { buildAs } from "./build-as.js";
import { builtOnce } from "./builds.js";
import { startSampleSite, type SampleSite } from "./sample-site.js";

/** The API that the examples ask. */
export const api = "https://api.example.com";

/** Starts a tenant and serves the page that shows one example of the migration pages at a time. */
export async function startMigratingSite(): Promise<SampleSite> {
  const folder = await builtOnce("migrating-pages", buildMigratingPages);
  return startSampleSite(folder, { apis: [{ audience: api, scopes: ["read:orders"] }] });
}

function buildMigratingPages(folder: string): Promise<void> {
  return buildAs("development", {
    root: join(import.meta.dirname, "../harness/migrating"),
    // The examples read their tenant from the environment; it is known only when a test starts one.
    define: {
      "import.meta.env.VITE_AUTH0_DOMAIN": "tenantDomain",
      "import.meta.env.VITE_AUTH0_CLIENT_ID": "tenantClientId",
    },
    build: { outDir: folder, emptyOutDir: true },
  });
}
