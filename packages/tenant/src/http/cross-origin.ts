import type { MiddlewareHandler } from "hono";
import { spoilOrigin } from "../faults/spoil-origin.js";
import { findClient, isAllowedOrigin } from "../state/clients.js";
import type { HttpContext, HttpEnvironment } from "./environment.js";
import { text } from "./request-body.js";

/** Who may call a route from a page: see `routes`. */
export type Access = "public" | "cross-origin" | "navigation" | "own-page";

/**
 * Judges the `Origin` header before anything happens: form-encoded calls are not preflighted, so
 * withholding CORS headers alone would hide the answer but not the effect.
 */
export function guardOrigin(access: Access): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const origin = c.req.header("origin");
    if (access === "public") {
      await next();
      const readableBy = spoilOrigin(c, "*");
      if (readableBy) c.header("Access-Control-Allow-Origin", readableBy);
      return undefined;
    }
    if (access === "own-page" && isEmbedded(c)) return c.text("Open this page by itself.", 403);
    if (access === "navigation" || origin === undefined) return next();
    // Under whatever name of this machine the tenant's own page was opened.
    const own = origin === new URL(c.req.url).origin;
    const allowed = own || (access !== "own-page" && isAllowed(c, origin));
    if (!allowed) return refuse(c, origin, access);
    await next();
    const readableBy = access === "cross-origin" ? spoilOrigin(c, origin) : undefined;
    if (readableBy) allowReading(c, readableBy);
    return undefined;
  };
}

/**
 * True if a page of another origin asks for more than to go there (Fetch Metadata). An application
 * on another port of localhost counts as another origin: without CORS it sends no `Origin` header.
 */
function isEmbedded(c: HttpContext): boolean {
  const site = c.req.header("sec-fetch-site") ?? "none";
  if (site === "none" || site === "same-origin") return false;
  return (
    c.req.header("sec-fetch-mode") !== "navigate" || c.req.header("sec-fetch-dest") !== "document"
  );
}

/** Answers a preflight (Fetch standard, CORS-preflight request). */
export function answerPreflight(c: HttpContext): Response {
  const origin = c.req.header("origin");
  const { database, settings } = c.var.tenant;
  const allowed =
    origin !== undefined &&
    (settings.refusedOrigins === "readable" || isAllowedOrigin(database, origin));
  if (allowed) {
    allowReading(c, origin);
    c.header("Access-Control-Allow-Methods", "GET,POST,PATCH,DELETE");
    c.header(
      "Access-Control-Allow-Headers",
      c.req.header("access-control-request-headers") ?? "content-type",
    );
  }
  return c.body(null, 204);
}

/** A request that names a client is held against that client's list, others against all lists. */
function isAllowed(c: HttpContext, origin: string): boolean {
  const { database } = c.var.tenant;
  const client = findClient(database, text(c.var.body.values, "client_id"));
  return client ? client.webOrigins.includes(origin) : isAllowedOrigin(database, origin);
}

function refuse(c: HttpContext, origin: string, access: Access): Response {
  const readable = access === "cross-origin" && c.var.tenant.settings.refusedOrigins === "readable";
  if (readable) allowReading(c, origin);
  return c.text(`Origin ${origin} is not allowed.`, 403);
}

function allowReading(c: HttpContext, origin: string): void {
  c.header("Access-Control-Allow-Origin", origin);
  c.header("Access-Control-Allow-Credentials", "true");
  c.header("Vary", "Origin", { append: true });
}
