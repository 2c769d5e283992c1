import { isAuthError } from "../errors/auth-error.js";
import { request } from "../transport/request.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";

/**
 * Whether the tenant is there and is what it is configured to be: GET /.well-known/openid-configuration (OpenID
 * Connect Discovery 1.0 section 4).
 */
export async function examineTenant(examination: Examination): Promise<Finding | undefined> {
  const { config, tenant, signal, find } = examination;
  const { origin } = tenant;
  try {
    const { issuer } = await request({
      url: `${origin}/.well-known/openid-configuration`,
      endpoint: "jwks",
      deadline: tenant.requestDeadline,
      signal,
    });
    return issuer === config.issuer ? undefined : find("not_an_auth0_tenant", { origin });
  } catch (error) {
    if (isAuthError(error, "aborted")) throw error;
    const isSilent = isAuthError(error, "network") || isAuthError(error, "timeout");
    return find(isSilent ? "tenant_unreachable" : "not_an_auth0_tenant", { origin });
  }
}
