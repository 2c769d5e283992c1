import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A folder of built files behind a port. */
export interface ServedFolder {
  readonly port: number;
  /** Headers for a path, decided at the time of the request. */
  headers: (path: string) => Record<string, string>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Serves `folder` on both loopback addresses; an unknown path without an extension gets the nearest index.html. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const served: ServedFolder = { port: 0, headers: () => ({}), close };
  const first = await listen("127.0.0.1", 0);
  const { port } = first.address() as AddressInfo;
  // A machine without IPv6 has one address only.
  const second = await listen("::1", port).catch(() => undefined);
  const servers = second ? [first, second] : [first];
  return Object.assign(served, { port });

  function listen(host: string, wanted: number): Promise<Server> {
    return new Promise((resolve, reject) => {
      const server = createServer(async (request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        const file = await find(folder, pathname);
        if (!file) return void response.writeHead(404).end();
        const type = types[extname(file.path)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, ...served.headers(pathname) });
        response.end(file.content);
      });
      server.once("error", reject).listen(wanted, host, () => resolve(server));
    });
  }

  async function close(): Promise<void> {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}

async function find(folder: string, pathname: string) {
  const path = normalize(pathname);
  const candidates = extname(path) ? [path] : [join(path, "index.html"), "/index.html"];
  for (const candidate of candidates) {
    const content = await readFile(join(folder, candidate)).catch(() => undefined);
    if (content) return { path: candidate, content };
  }
  return undefined;
}
