import { once } from "node:events";
import { createServer as createListener } from "node:net";
import { join } from "node:path";
import { createServer } from "vite";
import { root, viteConfig } from "../shared/root.mjs";

/**
 * Serves the demo from its sources on 127.0.0.1 and on ::1, so that it is reached under both
 * names: a page on 127.0.0.1 beside a tenant on localhost shows what third-party cookies do.
 */
export async function serveDemo(port) {
  const vite = await createServer({
    configFile: viteConfig,
    root: join(root, "apps/demo"),
    clearScreen: false,
    server: { host: "127.0.0.1", port, strictPort: true },
  });
  await vite.listen();
  const second = await alsoListen(vite.httpServer, port, "::1");
  return {
    async close() {
      second?.close();
      await vite.close();
    },
  };
}

/** A second address for the same server; none on a computer without IPv6. */
async function alsoListen(server, port, host) {
  const listener = createListener((socket) => server.emit("connection", socket));
  listener.listen({ port, host });
  try {
    await once(listener, "listening");
    return listener;
  } catch {
    return undefined;
  }
}
