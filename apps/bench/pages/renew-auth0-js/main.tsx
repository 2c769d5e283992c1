import auth0 from "auth0-js";
import { clientId, domain } from "../config.js";

const webAuth = new auth0.WebAuth({
  domain,
  clientID: clientId,
  redirectUri: location.origin,
  responseType: "token id_token",
  scope: "openid profile email",
});

window.renew = () =>
  new Promise((resolve, reject) => {
    webAuth.checkSession({}, (error: unknown, result: { readonly accessToken: string }) =>
      error ? reject(new Error("checkSession")) : resolve(result.accessToken),
    );
  });
