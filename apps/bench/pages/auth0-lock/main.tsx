import { Auth0Lock } from "auth0-lock";
import english from "auth0-lock/lib/i18n/en.js";
import { clientId, domain } from "../config.js";

const lock = new Auth0Lock(clientId, domain, {
  container: "root",
  // Its settings and its words come from hosts of Auth0's otherwise, which would cost it more.
  configurationBaseUrl: `https://${domain}`,
  avatar: null,
  theme: { logo: "data:," },
  auth: {
    redirectUrl: `${location.origin}/callback`,
    responseType: "token id_token",
    params: { scope: "openid profile email" },
  },
});
window.Auth0.registerLanguageDictionary("en", english.default);
lock.on("authenticated", (detail) => {
  const { idTokenPayload } = detail as { readonly idTokenPayload?: { readonly email?: string } };
  window.signedIn?.(idTokenPayload?.email);
});
if (location.pathname !== "/callback") lock.show();
