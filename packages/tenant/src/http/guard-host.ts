import type { MiddlewareHandler } from "hono";
import type { HttpEnvironment } from "./environment.js";

/** Refuses other names for this machine: a foreign page could reach it through DNS rebinding. */
export const guardHost: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const { port } = c.var.tenant;
  const host = c.req.header("host");
  const known = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port}`);
  if (host === undefined || !known.includes(host.toLowerCase())) {
    return c.text(`This tenant answers at ${c.var.tenant.url} only.`, 403);
  }
  return next();
};
