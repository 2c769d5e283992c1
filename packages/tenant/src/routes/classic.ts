import { classicCallback } from "../endpoints/classic-callback.js";
import { classicLogin } from "../endpoints/classic-login.js";
import { classicScript, showClassicPage } from "../endpoints/classic-page.js";
import { clientSettings } from "../endpoints/client-settings.js";
import { coVerify } from "../endpoints/co-verify.js";
import { delegation } from "../endpoints/delegation.js";
import { geoloc } from "../endpoints/geoloc.js";
import { relay } from "../endpoints/relay.js";
import { resourceOwner } from "../endpoints/resource-owner.js";
import { ssodata } from "../endpoints/ssodata.js";
import { tokenInfo } from "../endpoints/token-info.js";
import type { Route } from "./route.js";

/** The classic hosted page, and requests of the hosted-page era. */
export const classicRoutes: readonly Route[] = [
  { method: "GET", path: "/login", access: "navigation", handler: showClassicPage },
  { method: "GET", path: "/u/auth0.js", access: "navigation", handler: classicScript },
  { method: "POST", path: "/usernamepassword/login", access: "own-page", handler: classicLogin },
  { method: "POST", path: "/login/callback", access: "own-page", handler: classicCallback },
  { method: "GET", path: "/client/:file{[^/]+\\.js}", access: "public", handler: clientSettings },
  { method: "POST", path: "/co/verify", access: "own-page", handler: coVerify },
  { method: "GET", path: "/relay.html", access: "navigation", handler: relay },
  { method: "GET", path: "/user/ssodata", access: "cross-origin", handler: ssodata },
  { method: "GET", path: "/user/geoloc/country", access: "cross-origin", handler: geoloc },
  { method: "POST", path: "/oauth/ro", access: "cross-origin", handler: resourceOwner },
  { method: "POST", path: "/delegation", access: "cross-origin", handler: delegation },
  { method: "POST", path: "/tokeninfo", access: "cross-origin", handler: tokenInfo },
];
