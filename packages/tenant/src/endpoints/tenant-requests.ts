import type { HttpContext } from "../http/environment.js";

/** GET /_tenant/requests: the request log, oldest first. */
export function listRequests(c: HttpContext): Response {
  return c.json(c.var.tenant.log.list());
}

/** DELETE /_tenant/requests: an empty log. */
export function clearRequests(c: HttpContext): Response {
  c.var.tenant.log.clear();
  return c.body(null, 204);
}
