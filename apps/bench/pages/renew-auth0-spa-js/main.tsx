import { Auth0Client } from "@auth0/auth0-spa-js";
import { clientId, domain } from "../config.js";

const client = new Auth0Client({
  domain,
  clientId,
  authorizationParams: { redirect_uri: location.origin },
});

window.renew = async () => (await client.getTokenSilently()) ?? "";
