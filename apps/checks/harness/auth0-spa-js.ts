import { Auth0Client, type Auth0ClientOptions } from "@auth0/auth0-spa-js";

declare global {
  interface Window {
    /** Set by the test before the page loads, also when a redirect comes back to it. */
    auth0SpaOptions: Auth0ClientOptions;
    auth0Spa: Auth0Client;
  }
}

window.auth0Spa = new Auth0Client(window.auth0SpaOptions);
