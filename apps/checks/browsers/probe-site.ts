import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site that is none of ours, to learn what the browser itself does. */
export interface ProbeSite {
  /** One page that may be framed and stores nothing; `/cookie` sets one that is marked Secure. */
  readonly origin: string;
  /** The same as another site. */
  readonly elsewhere: string;
  /** The next text that a page posts to `/told`. A page that is asked for it would take that for a click. */
  told(): Promise<string>;
  close(): Promise<void>;
}

/** Tells the page around it what it finds in its storage, or how it is refused. */
const page = `<!doctype html><title>Probe</title><script>
  let found;
  try { found = localStorage.getItem("mark") ?? ""; } catch (error) { found = error.name; }
  if (parent !== window) parent.postMessage(found, "*");
</script>`;

export async function startProbeSite(): Promise<ProbeSite> {
  let hear = (_text: string) => {};
  const server = createServer(async (request, response) => {
    const cookie = request.url === "/cookie" && { "set-cookie": "probe=1; Path=/; Secure" };
    const chunks: string[] = [];
    for await (const chunk of request.setEncoding("utf8")) chunks.push(String(chunk));
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...cookie }).end(page);
    if (request.url === "/told") hear(chunks.join(""));
  });
  // Both loopback addresses, where there are two.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    elsewhere: `http://127.0.0.1:${port}`,
    told: () =>
      new Promise((resolve) => {
        hear = resolve;
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
