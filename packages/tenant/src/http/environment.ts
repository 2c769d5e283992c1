import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { TenantContext } from "../context.js";
import type { FaultSubject } from "../faults/fault-switch.js";
import type { RequestBody } from "./request-body.js";
import type { LoggedRequest } from "./request-log.js";

/** What Hono carries along with a request. */
export interface HttpEnvironment {
  /** Empty if the request came by `Tenant.fetch`: there is no socket then. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    tenant: TenantContext;
    body: RequestBody;
    entry: LoggedRequest;
    /** Undefined while there is no fault rule. */
    faultSubject: FaultSubject | undefined;
  };
}

export type HttpContext = Context<HttpEnvironment>;

export type Handler = (c: HttpContext) => Response | Promise<Response>;
