import { readFileSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { builtOnce, temporaryFolder } from "./builds.js";
import { buildTemplate, harnessPages, placeholders } from "./page-template.js";
import { serveFolder } from "./serve-folder.js";

export { temporaryFolder } from "./builds.js";

const root = join(import.meta.dirname, "../../..");

/** The built demo and the harness pages beside a tenant of their own, on free ports. */
export interface Stack {
  readonly tenant: RunningTenant;
  /** The demo on the tenant's site. */
  readonly app: string;
  /** The same demo on another site, where the tenant's cookies are third-party ones. */
  readonly appElsewhere: string;
  /** Somebody who is registered at the tenant. */
  readonly user: { readonly email: string; readonly password: string };
  readonly clientId: string;
  /** Headers of single harness pages, by path; there are none until a test sets some. */
  readonly pageHeaders: Map<string, Record<string, string>>;
  close(): Promise<void>;
}

/** Starts a tenant and serves the demo that is built for it. */
export async function startStack({ https = false } = {}): Promise<Stack> {
  const folder = await temporaryFolder();
  const served = await serveFolder(folder);
  const app = `http://localhost:${served.port}`;
  const appElsewhere = `http://127.0.0.1:${served.port}`;
  const { seed, user, clientId } = seedFor([app, appElsewhere]);
  const tenant = await startTenant({ port: 0, https, seed, scryptCost: 1024 });
  await buildPages(folder, tenant.url, clientId);
  const pageHeaders = new Map<string, Record<string, string>>();
  const { "cross-origin-opener-policy": openers = "", ...headers } = strictHeaders(tenant.url);
  served.headers = (path) => {
    if (path.startsWith("/harness")) return pageHeaders.get(path) ?? {};
    // A window comes back to it from the tenant, and would lose the page that opened it.
    return path === "/" ? headers : { ...headers, "cross-origin-opener-policy": openers };
  };
  return {
    tenant,
    app,
    appElsewhere,
    user,
    clientId,
    pageHeaders,
    async close() {
      await tenant.close();
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The demo's own seed, with the harness pages among the callbacks. */
function seedFor(origins: readonly string[]) {
  const seed = sampleSeed([...origins]);
  const [client] = seed.clients;
  const { email, password } = seed.users?.[0] ?? {};
  if (!client || !email || !password) {
    throw new Error("The sample seed has no client, or no user with a password.");
  }
  const pages = origins.flatMap((origin) =>
    harnessPages.map((page) => `${origin}/harness/${page}`),
  );
  const clients = [
    {
      ...client,
      callbacks: [...client.callbacks, ...pages],
      logoutUrls: [...client.logoutUrls, ...pages],
    },
  ];
  return { seed: { ...seed, clients }, clientId: client.clientId, user: { email, password } };
}

/** Puts the demo and the harness into `folder`, as they are built for one tenant. */
export async function buildPages(folder: string, domain: string, clientId: string): Promise<void> {
  const template = await builtOnce("pages", buildTemplate);
  await cp(template, folder, { recursive: true });
  for (const name of await readdir(join(folder, "assets"))) {
    const path = join(folder, "assets", name);
    const script = name.endsWith(".js") ? await readFile(path, "utf8") : "";
    if (!script.includes(placeholders.domain)) continue;
    const filled = script
      .replaceAll(placeholders.domain, domain)
      .replaceAll(placeholders.clientId, clientId);
    await writeFile(path, filled);
  }
}

/** The headers of the demo's pages, with the policy that its README recommends. */
export function strictHeaders(tenant: string): Record<string, string> {
  return {
    "content-security-policy": recommendedPolicy().replaceAll(
      "https://example.eu.auth0.com",
      tenant,
    ),
    "cross-origin-opener-policy": "same-origin-allow-popups",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}

function recommendedPolicy(): string {
  const readme = readFileSync(join(root, "apps/demo/README.md"), "utf8");
  const [policy] = /^default-src [^`]*/m.exec(readme) ?? [];
  if (!policy) throw new Error("The demo's README recommends no policy.");
  return policy.trim().replaceAll("\n", " ");
}
