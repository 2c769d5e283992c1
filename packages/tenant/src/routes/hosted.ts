import { showLogin, submitLogin } from "../endpoints/hosted-login.js";
import { showSignup, submitSignup } from "../endpoints/hosted-signup.js";
import { styles } from "../endpoints/styles.js";
import type { Route } from "./route.js";

/** The pages that a reader signs in on. */
export const hostedRoutes: readonly Route[] = [
  { method: "GET", path: "/u/login", access: "navigation", handler: showLogin },
  { method: "POST", path: "/u/login", access: "own-page", handler: submitLogin },
  { method: "GET", path: "/u/signup", access: "navigation", handler: showSignup },
  { method: "POST", path: "/u/signup", access: "own-page", handler: submitSignup },
  { method: "GET", path: "/u/styles.css", access: "navigation", handler: styles },
];
