import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";

/** Throws 404 `endpoint_disabled` unless the tenant was asked to serve retired endpoints. */
export function requireLegacyEndpoint(c: HttpContext): void {
  if (c.var.tenant.settings.legacyEndpoints) return;
  throw new OAuthError(404, "endpoint_disabled", `${c.req.path} is disabled for this tenant.`, {
    code: "endpoint_disabled",
    statusCode: 404,
  });
}
