import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";

declare global {
  interface Window {
    /** Stands where the app names its tenant, which is known only when a test starts one. */
    givenTenant: { readonly domain: string; readonly clientId: string };
  }
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
