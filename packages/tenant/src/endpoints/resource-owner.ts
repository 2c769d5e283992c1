import { authenticateClient } from "../grants/authenticate-client.js";
import { requireText } from "../grants/grant.js";
import { exchangePassword } from "../grants/password.js";
import { exchangeOtp } from "../grants/passwordless-otp.js";
import type { HttpContext } from "../http/environment.js";
import { jsonValues } from "../http/request-body.js";
import { requireLegacyEndpoint } from "../policy/require-legacy-endpoint.js";
import { requireGrantType } from "../policy/resolve-access.js";
import { findConnection, isPasswordless } from "../state/connections.js";

/** POST /oauth/ro, the password grant before there were grants. Off unless asked for. */
export async function resourceOwner(c: HttpContext): Promise<Response> {
  requireLegacyEndpoint(c);
  const values = jsonValues(c);
  const client = authenticateClient(c, values);
  requireGrantType(client, "password");
  const name = requireText(values, "connection");
  const connection = findConnection(c.var.tenant.database, name);
  const grant = "http://auth0.com/oauth/grant-type/password-realm";
  const renamed = { ...values, realm: name, grant_type: grant };
  c.header("Cache-Control", "no-store");
  // A one-time code comes in place of the password.
  return connection && isPasswordless(connection)
    ? c.json(await exchangeOtp(c, client, { ...renamed, otp: values["password"] }))
    : c.json(await exchangePassword(c, client, renamed));
}
