import { join } from "node:path";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { build } from "vite";
import { builtOnce } from "./builds.js";
import { serveFolder } from "./serve-folder.js";

const root = join(import.meta.dirname, "../../..");

/** The API that the examples ask. */
export const api = "https://api.example.com";

/** The examples of the migration pages, beside a tenant of their own. */
export interface MigratingSite {
  readonly tenant: RunningTenant;
  readonly origin: string;
  readonly clientId: string;
  close(): Promise<void>;
}

/** Starts a tenant and serves the page that shows one example at a time. */
export async function startMigratingSite(): Promise<MigratingSite> {
  const served = await serveFolder(await builtOnce("migrating-pages", buildMigratingPages));
  const origin = `http://localhost:${served.port}`;
  const seed = sampleSeed([origin]);
  const [client] = seed.clients;
  if (!client) throw new Error("The sample seed has no client.");
  const apis = [{ audience: api, scopes: ["read:orders"] }];
  const tenant = await startTenant({ port: 0, scryptCost: 1024, seed: { ...seed, apis } });
  return {
    tenant,
    origin,
    clientId: client.clientId,
    async close() {
      await tenant.close();
      await served.close();
    },
  };
}

async function buildMigratingPages(folder: string): Promise<void> {
  const { NODE_ENV } = process.env;
  // Only React's development build warns.
  process.env["NODE_ENV"] = "development";
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    mode: "development",
    root: join(root, "apps/checks/harness/migrating"),
    // The examples read their tenant from the environment; it is known only when a test starts one.
    define: {
      "import.meta.env.VITE_AUTH0_DOMAIN": "tenantDomain",
      "import.meta.env.VITE_AUTH0_CLIENT_ID": "tenantClientId",
    },
    build: { outDir: folder, emptyOutDir: true },
  });
  if (NODE_ENV === undefined) delete process.env["NODE_ENV"];
  else process.env["NODE_ENV"] = NODE_ENV;
}
