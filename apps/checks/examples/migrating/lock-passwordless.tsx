import { Passwordless } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider, SessionGate } from "@portico/react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
  >
    <SessionGate anonymous={<Passwordless channel="either" defaultCountry="DE" />}>
      {({ user }) => <p>Hello {user.email}</p>}
    </SessionGate>
  </Auth0Provider>
);
