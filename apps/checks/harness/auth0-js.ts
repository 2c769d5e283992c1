import auth0 from "auth0-js";

declare global {
  interface Window {
    auth0: typeof auth0;
  }
}

window.auth0 = auth0;
