import { authorize } from "./endpoints/authorize.js";
import { authorizeResume } from "./endpoints/authorize-resume.js";
import { coAuthenticate } from "./endpoints/co-authenticate.js";
import { discovery } from "./endpoints/discovery.js";
import { showLogin, submitLogin } from "./endpoints/hosted-login.js";
import { showSignup, submitSignup } from "./endpoints/hosted-signup.js";
import { jwks } from "./endpoints/jwks.js";
import { logout } from "./endpoints/logout.js";
import { revoke } from "./endpoints/revoke.js";
import { signup } from "./endpoints/signup.js";
import { styles } from "./endpoints/styles.js";
import { addFault, clearFaults, listFaults } from "./endpoints/tenant-faults.js";
import { token } from "./endpoints/token.js";
import { userinfo } from "./endpoints/userinfo.js";
import type { Access } from "./http/cross-origin.js";
import type { Handler } from "./http/environment.js";

export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  /**
   * `public`: any page may read it. `cross-origin`: pages of allowed web origins.
   * `navigation`: browsers go there, CORS has no say. `own-page`: only the tenant's own pages.
   */
  readonly access: Access;
  /** Needs this start's admin token. */
  readonly admin?: true;
  readonly handler: Handler;
}

/** Every endpoint of the tenant. */
export const routes: readonly Route[] = [
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
  { method: "GET", path: "/u/login", access: "navigation", handler: showLogin },
  { method: "POST", path: "/u/login", access: "own-page", handler: submitLogin },
  { method: "GET", path: "/u/signup", access: "navigation", handler: showSignup },
  { method: "POST", path: "/u/signup", access: "own-page", handler: submitSignup },
  { method: "GET", path: "/u/styles.css", access: "navigation", handler: styles },
  { method: "GET", path: "/_tenant/faults", access: "own-page", admin: true, handler: listFaults },
  { method: "POST", path: "/_tenant/faults", access: "own-page", admin: true, handler: addFault },
  {
    method: "DELETE",
    path: "/_tenant/faults",
    access: "own-page",
    admin: true,
    handler: clearFaults,
  },
];
