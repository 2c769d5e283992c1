import type { HttpContext } from "../http/environment.js";

/** GET /.well-known/jwks.json (RFC 7517): the current key, and the one before a rotation. */
export async function jwks(c: HttpContext): Promise<Response> {
  const keys = await c.var.tenant.keys.all();
  return c.json({ keys: keys.map((key) => key.publicJwk) });
}
