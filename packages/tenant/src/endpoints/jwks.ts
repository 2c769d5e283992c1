import type { HttpContext } from "../http/environment.js";

/** GET /.well-known/jwks.json (RFC 7517): the current key, and the one before a rotation. */
export function jwks(c: HttpContext): Response {
  return c.json({ keys: c.var.tenant.keys.all().map((key) => key.publicJwk) });
}
