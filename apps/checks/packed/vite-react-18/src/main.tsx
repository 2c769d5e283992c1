import { AuthPanel } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider, useAuth0 } from "@portico/react";
import { createRoot } from "react-dom/client";

const { VITE_AUTH0_DOMAIN, VITE_AUTH0_CLIENT_ID } = import.meta.env;

function Home() {
  const { isAuthenticated, user, logout } = useAuth0();
  if (!isAuthenticated) return <AuthPanel />;
  return (
    <button onClick={() => void logout({ returnTo: location.origin })}>
      Sign {user?.name} out
    </button>
  );
}

createRoot(document.getElementById("root")!).render(
  <Auth0Provider domain={VITE_AUTH0_DOMAIN} clientId={VITE_AUTH0_CLIENT_ID}>
    <Home />
  </Auth0Provider>,
);
