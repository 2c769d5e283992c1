import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { builtOnce } from "../../stack/builds.js";
import type { Input } from "./app.js";
import { buildPages, type Variant } from "./build-pages.js";

/** The page behind a server that renders it, beside a tenant that knows its address. */
export interface Site {
  readonly app: string;
  readonly tenant: RunningTenant;
  readonly user: { readonly email: string; readonly password: string; readonly name: string };
  /** The React that rendered it. */
  readonly version: string;
  /** What the server complained about. */
  readonly complaints: string[];
  /** What the next pages are rendered with; the rest stands in `defaults`. */
  input: Partial<Input>;
  /** When the late part of the next pages may follow. */
  released: Promise<void>;
  close(): Promise<void>;
}

/** Builds and serves one variant of the page. */
export async function startSite(variant: Variant): Promise<Site> {
  const { react, mode } = variant;
  const folder = await builtOnce(`ssr-${react}-${mode}`, (own) => buildPages(own, variant));
  const { render, version } = (await import(
    pathToFileURL(join(folder, "server/server.mjs")).href
  )) as typeof import("./server.js");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.endsWith(".js")) void sendScript(response, join(folder, "client", pathname));
    else sendPage(response, pathname);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const app = `http://localhost:${(server.address() as AddressInfo).port}`;
  const seed = sampleSeed([app]);
  const tenant = await startTenant({ port: 0, seed, scryptCost: 1024 });
  const { email = "", password = "", name = "" } = seed.users?.[0] ?? {};
  const complaints: string[] = [];

  const site: Site = {
    app,
    tenant,
    user: { email, password, name },
    version,
    complaints,
    input: {},
    released: Promise.resolve(),
    async close() {
      await tenant.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return site;

  function sendPage(response: ServerResponse, path: string): void {
    const config = { domain: tenant.url, clientId: "portico-demo", rememberLastSignIn: true };
    const input = { path, config, resendAt: Date.now() + 30_000, ...site.input };
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    const onError = (error: unknown) => complaints.push(String(error));
    render(input, response, { released: site.released, onError });
  }
}

async function sendScript(response: ServerResponse, file: string): Promise<void> {
  const content = await readFile(file).catch(() => undefined);
  response.writeHead(content ? 200 : 404, { "content-type": "text/javascript" }).end(content);
}
