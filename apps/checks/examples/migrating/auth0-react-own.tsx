import {
  Auth0Provider,
  RequireAuth,
  SessionGate,
  useAccessToken,
  useAuth0,
  type User,
} from "@portico/react";
import { useState } from "react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
  >
    <SessionGate fallback={<p>One moment…</p>} anonymous={<SignIn />}>
      {({ user }) => <Home user={user} />}
    </SessionGate>
  </Auth0Provider>
);

function SignIn() {
  const { error, loginWithRedirect } = useAuth0();
  if (error) return <p role="alert">{error.message}</p>;
  return <button onClick={() => void loginWithRedirect()}>Sign in</button>;
}

function Home({ user }: { user: User }) {
  const { logout } = useAuth0();
  const leave = () => logout({ returnTo: window.location.origin });
  return (
    <>
      <p>Hello {user.email}</p>
      <RequireAuth>
        <Orders />
      </RequireAuth>
      <button onClick={() => void leave()}>Sign out</button>
    </>
  );
}

const audience = "https://api.example.com";

function Orders() {
  const getToken = useAccessToken({ audience });
  const [orders, setOrders] = useState<string>();
  const load = async () => {
    const headers = { authorization: `Bearer ${await getToken()}` };
    setOrders(await (await fetch(`${audience}/orders`, { headers })).text());
  };
  return orders ? <p>{orders}</p> : <button onClick={() => void load()}>Load orders</button>;
}
