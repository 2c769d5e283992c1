import type { HttpContext } from "../http/environment.js";
import { resetTenant } from "../seed/reset-tenant.js";

/** POST /_tenant/reset: back to what the tenant was started with. */
export async function reset(c: HttpContext): Promise<Response> {
  await resetTenant(c.var.tenant);
  return c.body(null, 204);
}
