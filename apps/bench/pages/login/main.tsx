import { Login } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider } from "@portico/react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <Login onAuthenticated={({ user }) => window.signedIn?.(user.email)} />
  </Auth0Provider>,
);
