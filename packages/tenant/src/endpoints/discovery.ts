import type { HttpContext } from "../http/environment.js";
import { grantTypes } from "../policy/grant-types.js";

/** GET /.well-known/openid-configuration (OpenID Connect Discovery 1.0). */
export function discovery(c: HttpContext): Response {
  const { url, issuer } = c.var.tenant;
  return c.json({
    issuer,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/oauth/token`,
    userinfo_endpoint: `${url}/userinfo`,
    jwks_uri: `${url}/.well-known/jwks.json`,
    revocation_endpoint: `${url}/oauth/revoke`,
    end_session_endpoint: `${url}/oidc/logout`,
    scopes_supported: ["openid", "profile", "email", "address", "phone", "offline_access"],
    response_types_supported: ["code", "token", "id_token", "token id_token"],
    response_modes_supported: ["query", "fragment", "form_post", "web_message"],
    grant_types_supported: grantTypes,
    mfa_challenge_endpoint: `${url}/mfa/challenge`,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["none", "client_secret_post", "client_secret_basic"],
    code_challenge_methods_supported: ["S256"],
    claims_supported: [
      "sub",
      "iss",
      "aud",
      "exp",
      "iat",
      "auth_time",
      "amr",
      "org_id",
      "org_name",
      "nonce",
      "sid",
      "name",
      "given_name",
      "family_name",
      "nickname",
      "picture",
      "email",
      "email_verified",
      "phone_number",
      "phone_number_verified",
      "updated_at",
    ],
  });
}
