import type { HttpContext } from "./environment.js";

/** Where a request came from; the loopback addresses, and this process itself, are one caller. */
export function clientAddress(c: HttpContext): string {
  const address = c.env.incoming?.socket.remoteAddress;
  if (address === undefined) return "loopback";
  return /^(127\.|::1$|::ffff:127\.)/.test(address) ? "loopback" : address;
}
