import { authorize } from "../endpoints/authorize.js";
import { authorizeResume } from "../endpoints/authorize-resume.js";
import { coAuthenticate } from "../endpoints/co-authenticate.js";
import { discovery } from "../endpoints/discovery.js";
import { jwks } from "../endpoints/jwks.js";
import { logout } from "../endpoints/logout.js";
import { oidcLogout } from "../endpoints/oidc-logout.js";
import { revoke } from "../endpoints/revoke.js";
import { signup } from "../endpoints/signup.js";
import { token } from "../endpoints/token.js";
import { userinfo } from "../endpoints/userinfo.js";
import type { Route } from "./route.js";

/** What clients speak: OAuth 2.0, OpenID Connect, and Auth0's own endpoints beside them. */
export const protocolRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/.well-known/openid-configuration",
    access: "public",
    handler: discovery,
  },
  { method: "GET", path: "/.well-known/jwks.json", access: "public", handler: jwks },
  { method: "POST", path: "/co/authenticate", access: "cross-origin", handler: coAuthenticate },
  { method: "GET", path: "/authorize", access: "navigation", handler: authorize },
  { method: "GET", path: "/authorize/resume", access: "navigation", handler: authorizeResume },
  { method: "POST", path: "/oauth/token", access: "cross-origin", handler: token },
  { method: "POST", path: "/oauth/revoke", access: "cross-origin", handler: revoke },
  { method: "GET", path: "/userinfo", access: "cross-origin", handler: userinfo },
  { method: "POST", path: "/dbconnections/signup", access: "cross-origin", handler: signup },
  { method: "GET", path: "/v2/logout", access: "navigation", handler: logout },
  { method: "GET", path: "/oidc/logout", access: "navigation", handler: oidcLogout },
  { method: "POST", path: "/oidc/logout", access: "navigation", handler: oidcLogout },
];
