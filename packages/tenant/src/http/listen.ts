import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Certificate } from "./certificate.js";

/** Servers on the loopback addresses, on one port. */
export interface Listening {
  readonly port: number;
  /** Requests that came earlier have waited for this. */
  answerWith(listener: RequestListener): void;
  /** Destroys open connections too. */
  close(): Promise<void>;
}

type CreateServer = () => Server;

/**
 * Listens on 127.0.0.1 and ::1, on `requestedPort` or the next free one; 0 takes any free one.
 * With a certificate it speaks https.
 */
export async function listen(
  requestedPort: number,
  certificate: Certificate | undefined,
): Promise<Listening> {
  let answerWith: Listening["answerWith"] = () => {};
  const ready = new Promise<RequestListener>((resolve) => {
    answerWith = resolve;
  });
  const create = await serverFactory(certificate, (request, response) => {
    void ready.then((answer) => answer(request, response));
  });

  for (let port = requestedPort; port <= 65_535; port += requestedPort === 0 ? 0 : 1) {
    const servers = await listenOnBoth(port, create);
    const [first] = servers;
    if (!first) continue;
    return {
      port: portOf(first),
      answerWith,
      close: () => closeAll(servers),
    };
  }
  throw new Error(`No port from ${requestedPort} up is free: pass another port, or 0 for any.`);
}

async function serverFactory(
  certificate: Certificate | undefined,
  listener: RequestListener,
): Promise<CreateServer> {
  // Applications on localhost share one cookie jar, which outgrows Node's default of 16 kB.
  const options = { maxHeaderSize: 64 * 1024 };
  if (!certificate) return () => createServer(options, listener);
  const secure = await import("node:https");
  return () => secure.createServer({ ...options, ...certificate }, listener);
}

/** No servers if the port is taken on either address. */
async function listenOnBoth(port: number, create: CreateServer): Promise<Server[]> {
  const four = await listenOn("127.0.0.1", port, create());
  if (four === "taken" || four === "no such address") return [];
  const six = await listenOn("::1", portOf(four), create());
  if (six === "no such address") return [four];
  if (six !== "taken") return [four, six];
  await closeAll([four]);
  return [];
}

function listenOn(
  host: string,
  port: number,
  server: Server,
): Promise<Server | "taken" | "no such address"> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("taken");
      else if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(error.code ?? "")) {
        resolve("no such address");
      } else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}
