import { request, type APIRequestContext } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";

/**
 * Somebody whom the tenant knows in a browser of their own: what it answers them is real, and the page under test has
 * no session there that would sign it in all the same.
 */
export async function signedInElsewhere({ tenant, user, app }: Lab): Promise<APIRequestContext> {
  const visitor = await request.newContext();
  const headers = { origin: app };
  const client = { client_id: "portico-demo", realm: "Username-Password-Authentication" };
  const answer = await visitor.post(`${tenant.url}/co/authenticate`, {
    headers,
    data: {
      ...client,
      username: user.email,
      password: user.password,
      credential_type: "http://auth0.com/oauth/grant-type/password-realm",
    },
  });
  const { login_ticket } = (await answer.json()) as { login_ticket: string };
  const params = {
    ...client,
    login_ticket,
    response_type: "code",
    redirect_uri: `${app}/harness/contract.html`,
    state: "visitor",
    scope: "openid",
  };
  const arrived = await visitor.get(`${tenant.url}/authorize`, {
    params,
    headers,
    maxRedirects: 0,
  });
  if (!arrived.headers()["location"]?.includes("code=")) {
    throw new Error("The table needs somebody whom the tenant knows.");
  }
  return visitor;
}
