import type { CallOptions } from "../transport/deadline.js";
import { requestDone } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/**
 * Ends a refresh token and all that came of it: POST /oauth/revoke, RFC 7009. It succeeds for tokens that the tenant
 * does not know, too. The request ends even if the page is left meanwhile.
 */
export function revokeRefreshToken(
  tenant: Tenant,
  refreshToken: string,
  { signal }: CallOptions,
): Promise<void> {
  return requestDone({
    url: `${tenant.origin}/oauth/revoke`,
    endpoint: "revoke",
    deadline: tenant.requestDeadline,
    signal,
    keepalive: true,
    form: {
      client_id: tenant.clientId,
      client_secret: tenant.clientSecret,
      token: refreshToken,
      token_type_hint: "refresh_token",
    },
  });
}
