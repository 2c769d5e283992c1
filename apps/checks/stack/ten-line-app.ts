import { join } from "node:path";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { build, type Plugin } from "vite";
import { builtOnce } from "./builds.js";
import { serveFolder } from "./serve-folder.js";
import { strictHeaders } from "./start-stack.js";

const root = join(import.meta.dirname, "../../..");
const harness = join(root, "apps/checks/harness/ten-lines");

/** The app of the README, in its source and as a page beside a tenant of its own. */
export interface TenLineSite {
  readonly tenant: RunningTenant;
  readonly origin: string;
  readonly clientId: string;
  close(): Promise<void>;
}

/** Where the app that the README shows stands. */
export const tenLineApp = join(harness, "app.tsx");

/** Starts a tenant and serves the app as people ship it, under the policy that the demo's README recommends. */
export async function startTenLineSite(): Promise<TenLineSite> {
  const served = await serveFolder(await builtOnce("ten-lines", buildTenLines));
  const origin = `http://localhost:${served.port}`;
  const seed = sampleSeed([origin]);
  const [client] = seed.clients;
  if (!client) throw new Error("The sample seed has no client.");
  const tenant = await startTenant({ port: 0, scryptCost: 1024, seed });
  served.headers = () => strictHeaders(tenant.url);
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

async function buildTenLines(folder: string): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env["NODE_ENV"] = "production";
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    mode: "production",
    root: harness,
    plugins: [givenTenant],
    build: { outDir: folder, emptyOutDir: true },
  });
  // The tenants of this process refuse to run in production.
  if (NODE_ENV === undefined) delete process.env["NODE_ENV"];
  else process.env["NODE_ENV"] = NODE_ENV;
}

/** The tenant is known only when a test starts one; the app is else as it stands. */
const givenTenant: Plugin = {
  name: "given-tenant",
  enforce: "pre",
  transform(code, id) {
    if (id !== tenLineApp) return undefined;
    return code
      .replace('"example.eu.auth0.com"', "{window.givenTenant.domain}")
      .replace('"your-client-id"', "{window.givenTenant.clientId}");
  },
};
