import type { Stack } from "../stack/start-stack.js";
import { wirePage, type ClientUse } from "./operation.js";

type Place = Pick<Stack, "tenant" | "clientId" | "app">;

/** Our client, with PKCE unless told otherwise. */
export function portico({ tenant, clientId, app }: Place, more: object = {}): ClientUse {
  const options = { domain: tenant.url, clientId, redirectUri: wirePage({ app }), ...more };
  return { client: "portico", options };
}

/** Our client without a session. */
export function authentication({ tenant, clientId }: Place): ClientUse {
  return { client: "authentication", options: { domain: tenant.url, clientId } };
}

/** auth0-js, which knows the implicit grant only. */
export function auth0Js({ tenant, clientId, app }: Place): ClientUse {
  const options = {
    domain: tenant.url,
    clientID: clientId,
    redirectUri: wirePage({ app }),
    responseType: "token id_token",
    scope: "openid profile email",
    overrides: { __token_issuer: tenant.issuer },
  };
  return { client: "auth0Js", options };
}

/** auth0-spa-js, which knows the code with PKCE only. */
export function auth0SpaJs({ tenant, clientId, app }: Place): ClientUse {
  const authorizationParams = { redirect_uri: wirePage({ app }) };
  return { client: "auth0SpaJs", options: { domain: tenant.url, clientId, authorizationParams } };
}
