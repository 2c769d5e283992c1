import { Hono, type MiddlewareHandler } from "hono";
import type { TenantContext } from "../context.js";
import { ConnectionLost } from "../faults/connection-lost.js";
import { routes } from "../routes.js";
import type { Route } from "../routes/route.js";
import { applyFaults } from "./apply-faults.js";
import { answerPreflight, guardOrigin } from "./cross-origin.js";
import type { HttpEnvironment } from "./environment.js";
import { guardAdmin } from "./guard-admin.js";
import { guardHost } from "./guard-host.js";
import { ApiError } from "./api-error.js";
import { readBody, unusableBody } from "./request-body.js";
import { clippedNames, describeRequest } from "./request-log.js";

/** Binds the route table to one tenant. Its `fetch` throws `ConnectionLost` and nothing else. */
export function createApplication(tenant: TenantContext): Hono<HttpEnvironment> {
  const application = new Hono<HttpEnvironment>();
  application.use(logRequest(tenant));
  application.use(guardHost);
  application.use(takeBody);

  for (const route of routes) {
    // Who repairs a tenant must not be stopped by its faults.
    const faultsOrAdmin = route.admin ? guardAdmin : applyFaults;
    const guards = [answerHead(route), guardOrigin(route.access), guardSize, faultsOrAdmin];
    application.on(route.method, [route.path], ...guards, throwErrors, route.handler);
    if (route.access === "cross-origin") {
      application.options(route.path, applyFaults, answerPreflight);
    }
  }

  application.notFound((c) => c.text("Not found", 404));
  application.onError((error, c) => {
    if (error instanceof ConnectionLost) throw error;
    if (error instanceof ApiError) return c.json(error, error.status);
    if (!tenant.closing.aborted) process.stderr.write(`${error.stack}\n`);
    return c.json(
      { error: "server_error", error_description: "The tenant failed; see its log." },
      500,
    );
  });
  return application;
}

/**
 * Going somewhere changes something: it spends a link or a ticket, issues a code, ends a session.
 * Programs that only look where a link leads, as mail programs do, must not cause that.
 */
function answerHead({ access }: Route): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) =>
    access === "navigation" && c.req.method === "HEAD" ? c.body(null, 200) : next();
}

function logRequest(tenant: TenantContext): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const entry = describeRequest(c, tenant.clock.now());
    c.set("tenant", tenant);
    c.set("entry", entry);
    // Whoever reads the log does not want to find the reading.
    if (entry.path !== "/_tenant/requests") tenant.log.add(entry);
    try {
      await next();
      c.header("X-Portico-Tenant", "dev");
      entry.status = c.res.status;
    } finally {
      const { method, path, status, faults } = entry;
      tenant.settings.log([method, path, status ?? "-", ...faults].join(" "));
    }
  };
}

/** Hono hands only Errors to `onError`; a login hook may throw anything. */
const throwErrors: MiddlewareHandler<HttpEnvironment> = async (_c, next) => {
  try {
    await next();
  } catch (error) {
    throw error instanceof Error ? error : new Error(`Not an Error: ${String(error)}`);
  }
};

const takeBody: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const body = await readBody(c);
  c.set("body", body);
  c.var.entry.bodyNames = clippedNames(Object.keys(body.values));
  return next();
};

/** After the origin was judged, so that an allowed page can read the refusal. */
const guardSize: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const { body } = c.var;
  if (body.kind === "invalid" && body.status === 413) throw unusableBody(body, "a smaller one");
  return next();
};
