import { Auth0Provider, useAuth0 } from "@auth0/auth0-react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

function Page() {
  const { isLoading, isAuthenticated, user, loginWithRedirect, logout } = useAuth0();
  if (isLoading) return <p>One moment…</p>;
  if (!isAuthenticated) return <button onClick={() => void loginWithRedirect()}>Log in</button>;
  return <button onClick={() => void logout()}>Log out {user?.name}</button>;
}

createRoot(place()).render(
  <Auth0Provider
    domain={domain}
    clientId={clientId}
    authorizationParams={{ redirect_uri: location.origin }}
  >
    <Page />
  </Auth0Provider>,
);
