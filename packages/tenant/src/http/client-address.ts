import { isInRanges } from "../state/ip-ranges.js";
import type { HttpContext } from "./environment.js";

/** Where a request came from; the loopback addresses, and this process itself, are one caller. */
export function clientAddress(c: HttpContext): string {
  const address = c.env.incoming?.socket.remoteAddress;
  if (address === undefined) return "loopback";
  return /^(127\.|::1$|::ffff:127\.)/.test(address) ? "loopback" : address;
}

/** Whether a request came from one of these addresses or ranges; any loopback address is each of them. */
export function comesFrom(c: HttpContext, ranges: readonly string[]): boolean {
  const address = clientAddress(c);
  const addresses = address === "loopback" ? ["127.0.0.1", "::1"] : [address];
  return addresses.some((each) => isInRanges(each, ranges));
}
