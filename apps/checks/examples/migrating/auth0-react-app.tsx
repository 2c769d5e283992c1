import { Auth0Provider, useAuth0, withAuthenticationRequired } from "@portico/react/auth0-react";
import { useState } from "react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
    authorizationParams={{ redirect_uri: window.location.origin }}
  >
    <Home />
  </Auth0Provider>
);

function Home() {
  const { isLoading, isAuthenticated, error, user, loginWithRedirect, logout } = useAuth0();
  if (isLoading) return <p>One moment…</p>;
  if (error) return <p role="alert">{error.message}</p>;
  if (!isAuthenticated) return <button onClick={() => void loginWithRedirect()}>Sign in</button>;
  const leave = () => logout({ logoutParams: { returnTo: window.location.origin } });
  return (
    <>
      <p>Hello {user?.email}</p>
      <Orders />
      <button onClick={() => void leave()}>Sign out</button>
    </>
  );
}

const Orders = withAuthenticationRequired(function Orders() {
  const { getAccessTokenSilently } = useAuth0();
  const [orders, setOrders] = useState<string>();
  const load = async () => {
    const audience = "https://api.example.com";
    const token = await getAccessTokenSilently({ authorizationParams: { audience } });
    const headers = { authorization: `Bearer ${token}` };
    setOrders(await (await fetch(`${audience}/orders`, { headers })).text());
  };
  return orders ? <p>{orders}</p> : <button onClick={() => void load()}>Load orders</button>;
});
