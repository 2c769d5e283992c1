import { Hono } from "hono";
import type { TenantContext } from "../context.js";
import { routes } from "../routes.js";
import { applyFaults } from "./apply-faults.js";
import { answerPreflight, guardOrigin } from "./cross-origin.js";
import type { HttpEnvironment } from "./environment.js";
import { guardAdmin } from "./guard-admin.js";
import { guardHost } from "./guard-host.js";
import { OAuthError } from "./oauth-error.js";
import { readBody } from "./request-body.js";
import type { LoggedRequest } from "./request-log.js";

/** Binds the route table to one tenant. */
export function createApplication(tenant: TenantContext): Hono<HttpEnvironment> {
  const application = new Hono<HttpEnvironment>();

  application.use(async (c, next) => {
    c.set("tenant", tenant);
    const entry: LoggedRequest = {
      method: c.req.method,
      path: c.req.path,
      queryNames: [...new Set(new URL(c.req.url).searchParams.keys())],
      origin: c.req.header("origin") ?? null,
      preflight:
        c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined,
      at: tenant.clock.now(),
      status: null,
      faults: [],
    };
    c.set("entry", entry);
    tenant.log.add(entry);
    await next();
    c.header("X-Portico-Tenant", "dev");
    entry.status = entry.faults.includes("network") ? null : c.res.status;
    tenant.settings.log([entry.method, entry.path, entry.status ?? "-", ...entry.faults].join(" "));
  });
  application.use(guardHost);
  application.use(async (c, next) => {
    c.set("body", await readBody(c));
    return next();
  });

  for (const route of routes) {
    // Who repairs a tenant must not be stopped by its faults.
    const guards = [guardOrigin(route.access), route.admin ? guardAdmin : applyFaults];
    application.on(route.method, [route.path], ...guards, route.handler);
    if (route.access === "cross-origin") {
      application.options(route.path, applyFaults, answerPreflight);
    }
  }

  application.notFound((c) => c.text("Not found", 404));
  application.onError((error, c) => {
    if (error instanceof OAuthError) return c.json(error, error.status);
    if (!tenant.closing.aborted) process.stderr.write(`${error.stack}\n`);
    return c.json(
      { error: "server_error", error_description: "The tenant failed; see its log." },
      500,
    );
  });
  return application;
}
