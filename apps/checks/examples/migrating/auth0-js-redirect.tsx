import { Auth0Provider, useAuth0 } from "@portico/react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
    redirectUri={window.location.origin}
  >
    <Home />
  </Auth0Provider>
);

function Home() {
  const { isLoading, user, error, loginWithRedirect, logout } = useAuth0();
  if (isLoading) return <p>One moment…</p>;
  if (error) return <p role="alert">{error.code}</p>;
  const signIn = () => loginWithRedirect({ connection: "google-oauth2" });
  if (!user) return <button onClick={() => void signIn()}>Sign in with Google</button>;
  return (
    <>
      <p>Hello {user.name}</p>
      <button onClick={() => void logout({ returnTo: window.location.origin })}>Sign out</button>
    </>
  );
}
