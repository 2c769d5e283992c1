import { join } from "node:path";
import type { Plugin } from "vite";
import { buildAs } from "./build-as.js";
import { builtOnce } from "./builds.js";
import { startSampleSite, type SampleSite } from "./sample-site.js";
import { strictHeaders } from "./start-stack.js";

const harness = join(import.meta.dirname, "../harness/ten-lines");

/** Where the app that the README shows stands. */
export const tenLineApp = join(harness, "app.tsx");

/** Starts a tenant and serves the app as people ship it, under the policy that the demo's README recommends. */
export async function startTenLineSite(): Promise<SampleSite> {
  const site = await startSampleSite(await builtOnce("ten-lines", buildTenLines));
  site.served.headers = () => strictHeaders(site.tenant.url);
  return site;
}

function buildTenLines(folder: string): Promise<void> {
  return buildAs("production", {
    root: harness,
    plugins: [givenTenant],
    build: { outDir: folder, emptyOutDir: true },
  });
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
