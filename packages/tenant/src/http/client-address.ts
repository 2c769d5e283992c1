import type { HttpContext } from "./environment.js";

/** Where a request came from; the loopback addresses count as one caller. */
export function clientAddress(c: HttpContext): string {
  const address = c.env.incoming.socket.remoteAddress ?? "";
  return /^(127\.|::1$|::ffff:127\.)/.test(address) ? "loopback" : address;
}
