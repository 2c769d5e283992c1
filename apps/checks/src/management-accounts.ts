import { ManagementClient, type CurrentUserScope, type UserId } from "@portico/core";
import { sampleSeed, type RunningTenant, type TenantSeed } from "@portico/tenant";

const password = "Analytical-Engine-1843";

/** The sample seed with another application, and users by the given names. */
export function managementSeed(names: readonly string[]): TenantSeed {
  const seed = sampleSeed(["http://localhost:3000"]);
  const [client] = seed.clients;
  if (!client) throw new Error("The sample seed has no client.");
  const users = names.map((name) => ({ email: `${name}@example.com`, password, name }));
  return {
    ...seed,
    clients: [client, { ...client, clientId: "another-app" }],
    users: [...(seed.users ?? []), ...users],
  };
}

/** What a sign-in at the token endpoint gives. */
export interface Account {
  readonly userId: UserId;
  readonly accessToken: string;
  readonly idToken: string;
}

/** Signs in with an access token for the Management API. */
export async function signInTo(
  tenant: RunningTenant,
  name: string,
  scopes: readonly CurrentUserScope[],
  clientId = "portico-demo",
): Promise<Account> {
  const response = await fetch(`${tenant.url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "http://auth0.com/oauth/grant-type/password-realm",
      realm: "Username-Password-Authentication",
      client_id: clientId,
      username: `${name}@example.com`,
      password,
      scope: `openid ${scopes.join(" ")}`,
      audience: `${tenant.url}/api/v2/`,
    }),
  });
  const tokens = (await response.json()) as { access_token: string; id_token: string };
  const [, payload = ""] = tokens.id_token.split(".");
  const { sub } = JSON.parse(Buffer.from(payload, "base64url").toString()) as { sub: UserId };
  return { userId: sub, accessToken: tokens.access_token, idToken: tokens.id_token };
}

/** The client of somebody who has signed in, with a token for the scopes of each call. */
export async function managementOf(tenant: RunningTenant, name: string) {
  const { userId, idToken } = await signInTo(tenant, name, []);
  const asked: (readonly CurrentUserScope[])[] = [];
  const client = new ManagementClient({
    domain: tenant.url,
    token: async (scopes) => {
      asked.push(scopes);
      return (await signInTo(tenant, name, scopes)).accessToken;
    },
  });
  return { client, userId, idToken, asked };
}
