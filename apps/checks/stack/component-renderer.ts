import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Shown } from "../harness/components/shown.js";
import { buildPages, type Variant } from "../harness/ssr/build-pages.js";
import { builtOnce } from "./builds.js";

/** The components behind a server that renders them. */
export interface ComponentRenderer {
  readonly origin: string;
  readonly page: string;
  /** The React that renders. */
  readonly version: string;
  /** What the next pages show. */
  shown: Shown | undefined;
  close(): Promise<void>;
}

/** Builds one variant of the page, once in a run, and serves it. */
export async function startComponentRenderer(variant: Variant): Promise<ComponentRenderer> {
  const { react, mode } = variant;
  const folder = await builtOnce(`components-${react}-${mode}`, (own) =>
    buildPages(own, variant, join(import.meta.dirname, "../harness/components")),
  );
  const { render, version } = (await import(
    pathToFileURL(join(folder, "server/server.mjs")).href
  )) as typeof import("../harness/components/server.js");
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const { shown } = renderer;
    if (pathname === "/" && shown) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(render(shown));
      return;
    }
    const script = await readFile(join(folder, "client", pathname)).catch(() => undefined);
    response.writeHead(script ? 200 : 404, { "content-type": "text/javascript" }).end(script);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const renderer: ComponentRenderer = {
    origin,
    page: `${origin}/`,
    version,
    shown: undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return renderer;
}
