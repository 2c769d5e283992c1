import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { digestOf } from "../tokens/secret.js";
import type { HttpEnvironment } from "./environment.js";

/** `/_tenant/*` changes the tenant itself: only who knows this start's token may. */
export const guardAdmin: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const presented = Buffer.from(digestOf(c.req.header("x-tenant-token") ?? ""));
  const expected = Buffer.from(digestOf(c.var.tenant.adminToken));
  if (!timingSafeEqual(presented, expected)) {
    return c.json({ error: "unauthorized", error_description: "X-Tenant-Token is wrong." }, 401);
  }
  return next();
};
