import { Auth0Provider, createAuthClient, useSession } from "@portico/react";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

declare global {
  interface Window {
    /** Shows so many components that read the session; resolves once each shows who is signed in. */
    subscribe: (count: number) => Promise<void>;
    /** Renews the session, without its user becoming another. */
    renewSession: () => Promise<unknown>;
  }
}

const client = createAuthClient({ domain, clientId });
window.renewSession = () => client.checkSession();

function Name() {
  const name = useSession((state) =>
    state.status === "authenticated" ? state.session.user.name : undefined,
  );
  return <li>{name}</li>;
}

function Names({ count, onShown }: { readonly count: number; readonly onShown: () => void }) {
  const known = useSession((state) => state.status === "authenticated");
  useEffect(() => {
    if (known) onShown();
  }, [known, onShown]);
  return (
    <ul>
      {Array.from({ length: count }, (_, number) => (
        <Name key={number} />
      ))}
    </ul>
  );
}

window.subscribe = (count) =>
  new Promise((resolve) => {
    createRoot(place()).render(
      <Auth0Provider client={client}>
        <Names count={count} onShown={resolve} />
      </Auth0Provider>,
    );
  });
