import type { HttpContext } from "../http/environment.js";
import { takeFault } from "./take-fault.js";

/**
 * The value of `Access-Control-Allow-Origin` on an answer to a page of another origin: `usual`
 * unless a fault rule asks for another one. Undefined: no CORS headers at all.
 */
export function spoilOrigin(c: HttpContext, usual: string): string | undefined {
  if (c.req.header("origin") === undefined) return usual;
  const kind = takeFault(c, "cors", (name) => name !== "cors-star" || usual !== "*")?.kind;
  switch (kind) {
    case undefined:
      return usual;
    case "no-cors":
      return undefined;
    case "cors-wrong-origin":
      return "https://another-app.example";
    case "cors-star":
      // Browsers refuse this to requests with cookies, and accept it otherwise.
      return "*";
    default:
      return kind satisfies never;
  }
}
