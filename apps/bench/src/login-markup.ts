import { Login } from "@portico/components";
import { Auth0Provider } from "@portico/react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { clientId, tenantHost } from "./place.js";

/** The HTML of `Login`, as a server sends it. */
export function loginMarkup(): string {
  return renderToStaticMarkup(
    createElement(Auth0Provider, { domain: tenantHost, clientId }, createElement(Login)),
  );
}
