import { existsSync, readFileSync, statSync } from "node:fs";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { generate } from "selfsigned";
import { brotli } from "./bytes.js";
import { domain } from "./place.js";

/** Answers at one host; undefined where it has nothing. */
export type Service = (request: Request) => Promise<Response> | Response | undefined;

/** One server for every page and service, which the browser reaches by their names. */
export interface Server {
  readonly port: number;
  /** What was asked of services since the last `clear`, such as `POST tenant.bench.test/oauth/token`. */
  readonly requests: readonly string[];
  clear(): void;
  /** Serves a folder, or what a function answers, at a host. */
  at(host: string, what: string | Service): void;
  close(): Promise<void>;
}

/** HTTP/2 over TLS on 127.0.0.1, as most applications are served. */
export async function serve(): Promise<Server> {
  const places = new Map<string, string | Service>();
  const requests: string[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const { hostname, pathname } = new URL(request.url);
    const place = places.get(hostname);
    if (typeof place === "string") return fileIn(place, pathname);
    if (place) requests.push(`${request.method} ${hostname}${pathname}`);
    return (await place?.(request)) ?? new Response(null, { status: 404 });
  };
  const names = [domain, `*.${domain}`].map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate([{ name: "commonName", value: domain }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: names }],
  });
  const server = createSecureServer({ key, cert, allowHTTP1: true }, getRequestListener(answer));
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    clear: () => void requests.splice(0),
    at: (host, what) => void places.set(host, what),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Files that have been asked for before: to compress one takes longer than to send it. */
const compressed = new Map<string, Uint8Array<ArrayBuffer>>();

/** A file as a CDN sends it; the page itself at every other path. */
export function fileIn(folder: string, pathname: string): Response {
  const path = join(folder, normalize(pathname));
  const isFile = path.startsWith(folder + sep) && existsSync(path) && statSync(path).isFile();
  if (!isFile && extname(pathname)) return new Response(null, { status: 404 });
  const file = isFile ? path : join(folder, "index.html");
  const body = compressed.get(file) ?? brotli(readFileSync(file));
  compressed.set(file, body);
  return new Response(body, {
    headers: {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000",
      "access-control-allow-origin": "*",
    },
  });
}
