import type { TenantContext } from "../context.js";
import type { AuthorizationRequest } from "./authorization-request.js";

/** The hosted page that a request for a login leads to. */
export function loginPath(tenant: TenantContext, { wantsSignup }: AuthorizationRequest): string {
  if (wantsSignup) return "/u/signup";
  return tenant.settings.classicPage === null ? "/u/login" : "/login";
}
