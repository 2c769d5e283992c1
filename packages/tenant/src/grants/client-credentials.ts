import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { resolveAudience } from "../policy/resolve-access.js";
import type { Client } from "../state/clients.js";
import { loginFactsOf } from "../state/login-facts.js";
import { issueAccessToken } from "../tokens/access-token.js";
import type { TokenResponse } from "./issue-tokens.js";

/** `client_credentials` (RFC 6749 section 4.4): a token for the client itself. */
export async function exchangeClientCredentials(
  c: HttpContext,
  client: Client,
  values: BodyValues,
): Promise<TokenResponse> {
  const { tenant } = c.var;
  if (client.tokenEndpointAuthMethod === "none") {
    // A public client cannot prove that it is itself.
    throw new OAuthError(401, "access_denied", "Unauthorized");
  }
  const audience = text(values, "audience");
  if (!audience) {
    throw accessDenied(
      "No audience parameter was provided, and no default audience has been configured",
    );
  }
  const api = resolveAudience(tenant, audience);
  const scope = grantedScope(client, audience, text(values, "scope"));
  const access = await issueAccessToken(tenant, {
    clientId: client.clientId,
    subject: `${client.clientId}@clients`,
    scope,
    facts: loginFactsOf("{}"),
    api,
    viaBrowser: false,
    grantType: "client-credentials",
  });
  return {
    access_token: access.token,
    scope,
    expires_in: access.expiresIn,
    token_type: "Bearer",
  };
}

/** All scopes of the client's grant, or those of them that it asks for. */
function grantedScope(client: Client, audience: string, requested: string | undefined): string {
  const grant = client.apiGrants.find((item) => item.audience === audience);
  if (!grant) {
    throw accessDenied(
      `Client is not authorized to access "${audience}". ` +
        'You need to create a "client-grant" associated to this API.',
    );
  }
  if (!requested) return grant.scopes.join(" ");
  const wanted = requested.split(" ").filter((scope) => scope !== "");
  const refused = wanted.filter((scope) => !grant.scopes.includes(scope));
  if (refused.length > 0) {
    throw accessDenied(`Client has not been granted scopes: ${refused.join(", ")}`);
  }
  return wanted.join(" ");
}

function accessDenied(description: string): OAuthError {
  return new OAuthError(403, "access_denied", description);
}
