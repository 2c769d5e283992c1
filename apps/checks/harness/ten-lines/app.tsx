import { AuthPanel, UserMenu } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider } from "@portico/react";

export const App = () => (
  <Auth0Provider domain="example.eu.auth0.com" clientId="your-client-id">
    <UserMenu logoutParams={{ returnTo: location.origin }} />
    <AuthPanel />
  </Auth0Provider>
);
