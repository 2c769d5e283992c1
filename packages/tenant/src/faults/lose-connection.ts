import type { HttpContext } from "../http/environment.js";
import { ConnectionLost } from "./connection-lost.js";

/**
 * Ends a request without an answer. Browsers send again what got not a single byte on a connection
 * that had served them before, and the page would never know: they get something that is no HTTP.
 */
export function loseConnection(c: HttpContext): never {
  const isBrowser = c.req.header("sec-fetch-site") !== undefined;
  if (isBrowser) c.env.outgoing?.socket?.write("lost\r\n\r\n");
  throw new ConnectionLost();
}
