import { join } from "node:path";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { build } from "vite";
import { builtOnce } from "./builds.js";
import { fewFiles } from "./page-template.js";
import { serveFolder } from "./serve-folder.js";
import { strictHeaders } from "./start-stack.js";

const root = join(import.meta.dirname, "../../..");

/** The harness page for components beside a tenant of its own, and the page that its popups come back to. */
export interface ComponentSite {
  readonly tenant: RunningTenant;
  readonly origin: string;
  readonly page: string;
  readonly popup: string;
  readonly clientId: string;
  /** The policy that the demo's README recommends, and what belongs to it. */
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts a tenant and serves the page as people ship it. It is told what it shows when it is opened, so one build does
 * for all tests.
 */
export async function startComponentSite(): Promise<ComponentSite> {
  const served = await serveFolder(await builtOnce("component-pages", buildComponentPages));
  const origin = `http://localhost:${served.port}`;
  const [page, popup] = [`${origin}/`, `${origin}/popup.html`];
  const { clients, ...seed } = sampleSeed([origin]);
  const [client] = clients;
  if (!client) throw new Error("The sample seed has no client.");
  client.callbacks.push(popup);
  const tenant = await startTenant({ port: 0, scryptCost: 1024, seed: { ...seed, clients } });
  const { "cross-origin-opener-policy": openers = "", ...headers } = strictHeaders(tenant.url);
  // A window that comes from the tenant's pages, which have no such policy, would lose the page that opened it.
  served.headers = (path) =>
    path === "/popup.html" ? headers : { ...headers, "cross-origin-opener-policy": openers };
  return {
    tenant,
    origin,
    page,
    popup,
    clientId: client.clientId,
    headers,
    async close() {
      await tenant.close();
      await served.close();
    },
  };
}

async function buildComponentPages(folder: string): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env["NODE_ENV"] = "production";
  const harness = join(root, "apps/checks/harness/components");
  await build({
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    mode: "production",
    root: harness,
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: ["index", "popup"].map((page) => join(harness, `${page}.html`)),
        output: { codeSplitting: { groups: fewFiles } },
      },
    },
  });
  // The tenants of this process refuse to run in production.
  if (NODE_ENV === undefined) delete process.env["NODE_ENV"];
  else process.env["NODE_ENV"] = NODE_ENV;
}
