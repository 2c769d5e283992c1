import { showConsent, submitConsent } from "../endpoints/hosted-consent.js";
import { showInvitation } from "../endpoints/hosted-invitation.js";
import { chooseOrganization, showOrganizations } from "../endpoints/hosted-organization.js";
import { showProvider, submitProvider } from "../endpoints/provider-authorize.js";
import { providerCallback } from "../endpoints/provider-callback.js";
import { startProvider } from "../endpoints/provider-start.js";
import type { Route } from "./route.js";

const provider = "/_tenant/idp/:connection/authorize";

/** Social and enterprise connections with their stand-in provider, organizations and consent. */
export const identityProviderRoutes: readonly Route[] = [
  { method: "POST", path: "/u/connection", access: "own-page", handler: startProvider },
  { method: "GET", path: provider, access: "navigation", handler: showProvider },
  { method: "POST", path: provider, access: "own-page", handler: submitProvider },
  { method: "GET", path: "/login/callback", access: "navigation", handler: providerCallback },
  { method: "GET", path: "/u/organization", access: "navigation", handler: showOrganizations },
  { method: "POST", path: "/u/organization", access: "own-page", handler: chooseOrganization },
  { method: "GET", path: "/u/invitation", access: "navigation", handler: showInvitation },
  { method: "GET", path: "/u/consent", access: "navigation", handler: showConsent },
  { method: "POST", path: "/u/consent", access: "own-page", handler: submitConsent },
];
