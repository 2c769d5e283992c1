import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { TenantContext } from "../context.js";
import type { RequestBody } from "./request-body.js";
import type { LoggedRequest } from "./request-log.js";

/** What Hono carries along with a request. */
export interface HttpEnvironment {
  Bindings: HttpBindings;
  Variables: {
    tenant: TenantContext;
    body: RequestBody;
    entry: LoggedRequest;
  };
}

export type HttpContext = Context<HttpEnvironment>;

export type Handler = (c: HttpContext) => Response | Promise<Response>;
