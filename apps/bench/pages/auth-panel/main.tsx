import { AuthPanel } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider } from "@portico/react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

// With it a second factor is asked for in the page, and without cookies.
const via = location.search === "?password-realm" ? "password-realm" : undefined;

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <AuthPanel
      connections={["google-oauth2", "apple", "windowslive"]}
      views={["login", "signup", "reset", "passwordless", "mfa", "signedIn"]}
      via={via}
      onAuthenticated={({ user }) => window.signedIn?.(user.email)}
    />
  </Auth0Provider>,
);
