import { Login } from "@portico/components";
import "@portico/components/styles.css";
import { auth0JsEngine } from "@portico/core/auth0-js";
import { Auth0Provider } from "@portico/react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId} engine={auth0JsEngine({ preload: true })}>
    <Login onAuthenticated={({ user }) => window.signedIn?.(user.email)} />
  </Auth0Provider>,
);
