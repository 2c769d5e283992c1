import { join } from "node:path";
import { buildAs } from "./build-as.js";
import { builtOnce } from "./builds.js";
import { fewFiles } from "./page-template.js";
import { startSampleSite, type SampleSite } from "./sample-site.js";
import { strictHeaders } from "./start-stack.js";

/** The harness page for components beside a tenant of its own, and the page that its popups come back to. */
export interface ComponentSite extends SampleSite {
  readonly page: string;
  readonly popup: string;
  /** The policy that the demo's README recommends, and what belongs to it. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Starts a tenant and serves the page as people ship it. It is told what it shows when it is opened, so one build does
 * for all tests.
 */
export async function startComponentSite(): Promise<ComponentSite> {
  const folder = await builtOnce("component-pages", buildComponentPages);
  const site = await startSampleSite(folder, { popup: "/popup.html" });
  const { "cross-origin-opener-policy": openers = "", ...headers } = strictHeaders(site.tenant.url);
  // A window that comes from the tenant's pages, which have no such policy, would lose the page that opened it.
  site.served.headers = (path) =>
    path === "/popup.html" ? headers : { ...headers, "cross-origin-opener-policy": openers };
  return { ...site, page: `${site.origin}/`, popup: `${site.origin}/popup.html`, headers };
}

function buildComponentPages(folder: string): Promise<void> {
  const harness = join(import.meta.dirname, "../harness/components");
  return buildAs("production", {
    root: harness,
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: ["index", "popup", "canaries"].map((page) => join(harness, `${page}.html`)),
        output: { codeSplitting: { groups: fewFiles } },
      },
    },
  });
}
