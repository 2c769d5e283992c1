import type { MiddlewareHandler } from "hono";
import { digestOf, matchesDigest } from "../tokens/secret.js";
import type { HttpContext, HttpEnvironment } from "./environment.js";

/** `/_tenant/*` changes the tenant itself: only who knows this start's token may. */
export const guardAdmin: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  if (!hasAdminToken(c)) {
    return c.json({ error: "unauthorized", error_description: "X-Tenant-Token is wrong." }, 401);
  }
  return next();
};

export function hasAdminToken(c: HttpContext): boolean {
  return matchesDigest(c.req.header("x-tenant-token") ?? "", digestOf(c.var.tenant.adminToken));
}
