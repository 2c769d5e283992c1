import { AuthenticationClient, type Authenticator } from "@portico/core/authentication";
import type { AuthClient, CallOptions } from "@portico/react";
import { application } from "../settings.js";

/** What a request for a second step names itself (OpenID Provider Authentication Policy Extension). */
export const secondStep = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

/** The second factors that the user of the session can sign in with: GET /mfa/authenticators. */
export async function listFactors(
  client: AuthClient,
  options: CallOptions,
): Promise<readonly Authenticator[]> {
  const { mfa, token } = await factorsOf(client, options);
  const factors = await mfa.listAuthenticators(token, options);
  return factors.filter(({ active }) => active);
}

/** Takes one away: DELETE /mfa/authenticators/{id}. */
export async function removeFactor(
  client: AuthClient,
  id: string,
  options: CallOptions,
): Promise<void> {
  const { mfa, token } = await factorsOf(client, options);
  await mfa.deleteAuthenticator(token, id, options);
}

/** Auth0's MFA API with a token of the session. Throws `login_required` where the tenant wants a second step first. */
async function factorsOf(client: AuthClient, { signal }: CallOptions) {
  if (!application)
    throw new Error("Atrium knows no tenant. Nothing was asked. Set both variables.");
  const { domain, clientId } = application;
  const origin = domain.startsWith("http") ? domain : `https://${domain}`;
  const token = await client.getAccessToken({
    audience: `${origin}/mfa/`,
    scope: "enroll read:authenticators remove:authenticators",
    signal,
  });
  return { mfa: new AuthenticationClient({ domain, clientId }).mfa, token };
}
