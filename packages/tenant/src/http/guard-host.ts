import type { MiddlewareHandler } from "hono";
import type { HttpEnvironment } from "./environment.js";

/** Refuses other names for this machine: a foreign page could reach it through DNS rebinding. */
export const guardHost: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const { url } = c.var.tenant;
  // A request that came by no socket has its address only.
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (!isOwn(host.toLowerCase(), new URL(url))) {
    return c.text(`This tenant answers at ${url} only.`, 403);
  }
  return next();
};

function isOwn(host: string, own: URL): boolean {
  if (host === own.host) return true;
  const end = own.port === "" ? "" : `:${own.port}`;
  return host.endsWith(end) && isLoopbackName(host.slice(0, host.length - end.length));
}

/** Browsers resolve everything below `localhost` themselves (RFC 6761 section 6.3). */
function isLoopbackName(name: string): boolean {
  return /^(([a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/.test(name);
}
