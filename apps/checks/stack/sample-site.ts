import { sampleSeed, startTenant, type RunningTenant, type TenantSeed } from "@portico/tenant";
import { serveFolder, type ServedFolder } from "./serve-folder.js";

/** Built pages beside a tenant of their own, whose sample application they are. */
export interface SampleSite {
  readonly tenant: RunningTenant;
  readonly served: ServedFolder;
  readonly origin: string;
  readonly clientId: string;
  close(): Promise<void>;
}

/** What a site has beyond the sample. */
export interface SampleSiteOptions {
  /** The path of the page that windows come back to. */
  readonly popup?: string;
  readonly apis?: NonNullable<TenantSeed["apis"]>;
}

/** Serves the pages in `folder` and starts their tenant. */
export async function startSampleSite(
  folder: string,
  { popup, apis }: SampleSiteOptions = {},
): Promise<SampleSite> {
  const served = await serveFolder(folder);
  const origin = `http://localhost:${served.port}`;
  const sample = sampleSeed([origin]);
  const [client] = sample.clients;
  if (!client) throw new Error("The sample seed has no client.");
  if (popup) client.callbacks.push(origin + popup);
  const seed = { ...sample, ...(apis && { apis }) };
  const tenant = await startTenant({ port: 0, scryptCost: 1024, seed });
  return {
    tenant,
    served,
    origin,
    clientId: client.clientId,
    async close() {
      await tenant.close();
      await served.close();
    },
  };
}
