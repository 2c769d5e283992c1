import { authenticateClient } from "../grants/authenticate-client.js";
import { exchangeCode } from "../grants/authorization-code.js";
import { exchangeClientCredentials } from "../grants/client-credentials.js";
import { exchangeMfaOob } from "../grants/mfa-oob.js";
import { exchangeMfaOtp } from "../grants/mfa-otp.js";
import { exchangeMfaRecoveryCode } from "../grants/mfa-recovery-code.js";
import { exchangePassword } from "../grants/password.js";
import { exchangeOtp } from "../grants/passwordless-otp.js";
import { exchangeRefreshToken } from "../grants/refresh-token.js";
import { exchangeToken } from "../grants/token-exchange.js";
import type { Grant } from "../grants/grant.js";
import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, tokenValues } from "../http/request-body.js";
import { requireGrantType } from "../policy/resolve-access.js";

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: exchangeCode,
  refresh_token: exchangeRefreshToken,
  password: exchangePassword,
  client_credentials: exchangeClientCredentials,
  "urn:ietf:params:oauth:grant-type:token-exchange": exchangeToken,
  "http://auth0.com/oauth/grant-type/password-realm": exchangePassword,
  "http://auth0.com/oauth/grant-type/passwordless/otp": exchangeOtp,
  "http://auth0.com/oauth/grant-type/mfa-otp": exchangeMfaOtp,
  "http://auth0.com/oauth/grant-type/mfa-oob": exchangeMfaOob,
  "http://auth0.com/oauth/grant-type/mfa-recovery-code": exchangeMfaRecoveryCode,
};

/** POST /oauth/token (RFC 6749 section 3.2), as a form or as JSON. */
export async function token(c: HttpContext): Promise<Response> {
  const values = tokenValues(c);
  const grantType = text(values, "grant_type");
  if (!grantType) {
    throw new OAuthError(400, "invalid_request", "Missing required parameter: grant_type");
  }
  const client = authenticateClient(c, values);
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (!grant) {
    throw new OAuthError(403, "unsupported_grant_type", `Unsupported grant type: ${grantType}`);
  }
  requireGrantType(client, grantType);
  c.header("Cache-Control", "no-store");
  return c.json(await grant(c, client, values));
}
