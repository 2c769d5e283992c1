import { AuthPanel } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider, useAuth0 } from "@portico/react";
import { useState } from "react";

export const App = () => (
  <Auth0Provider
    domain={import.meta.env.VITE_AUTH0_DOMAIN}
    clientId={import.meta.env.VITE_AUTH0_CLIENT_ID}
  >
    <Header />
  </Auth0Provider>
);

function Header() {
  const { user, logout } = useAuth0();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (user) {
    const leave = () => logout({ returnTo: window.location.origin });
    return <button onClick={() => void leave()}>Sign out {user.email}</button>;
  }
  return (
    <>
      <button onClick={() => setOpen(true)}>Open</button>
      <AuthPanel dialog open={isOpen} onClose={close} onAuthenticated={close} />
    </>
  );
}
