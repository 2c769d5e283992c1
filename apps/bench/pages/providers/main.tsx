import { Login } from "@portico/components";
import "@portico/components/styles.css";
import { Auth0Provider } from "@portico/react";
import { createRoot } from "react-dom/client";
import { asked, clientId, domain, place } from "../config.js";

const connections = Array.from({ length: asked() }, (_, number) => ({
  connection: `provider-${number}`,
  label: `Provider ${number}`,
}));

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <Login connections={connections} />
  </Auth0Provider>,
);
