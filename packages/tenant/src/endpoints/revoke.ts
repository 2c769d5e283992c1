import { authenticateClient } from "../grants/authenticate-client.js";
import { requireText } from "../grants/grant.js";
import type { HttpContext } from "../http/environment.js";
import { tokenValues } from "../http/request-body.js";
import { revokeRefreshToken } from "../state/refresh-tokens.js";

/** POST /oauth/revoke (RFC 7009): ends the whole family; unknown tokens are 200 too. */
export function revoke(c: HttpContext): Response {
  const values = tokenValues(c);
  const client = authenticateClient(c, values);
  revokeRefreshToken(c.var.tenant, requireText(values, "token"), client.clientId);
  return c.body(null, 200);
}
