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
    if (!isAuthError(error) || error.code === "aborted") throw error;
    // Without a status nothing has answered; these two statuses are those of a tenant in trouble.
    const { status } = error;
    const isAway = status === undefined || status === 429 || status >= 500;
    return find(isAway ? "tenant_unreachable" : "not_an_auth0_tenant", { origin });
  }
}
