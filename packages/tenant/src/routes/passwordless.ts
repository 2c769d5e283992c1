import { challengeBefore } from "../endpoints/challenge.js";
import { passwordlessStart } from "../endpoints/passwordless-start.js";
import { passwordlessVerify } from "../endpoints/passwordless-verify.js";
import { passwordlessVerifyRedirect } from "../endpoints/passwordless-verify-redirect.js";
import { showCaptchaAnswers } from "../endpoints/tenant-captcha.js";
import type { Route } from "./route.js";

const post = { method: "POST", access: "cross-origin" } as const;

/** Sign-in by a code or a link, and the captchas that may stand before it and before others. */
export const passwordlessRoutes: readonly Route[] = [
  { ...post, path: "/passwordless/start", handler: passwordlessStart },
  { ...post, path: "/passwordless/verify", handler: passwordlessVerify },
  {
    method: "GET",
    path: "/passwordless/verify_redirect",
    access: "navigation",
    handler: passwordlessVerifyRedirect,
  },
  { ...post, path: "/passwordless/challenge", handler: challengeBefore("passwordless") },
  { ...post, path: "/usernamepassword/challenge", handler: challengeBefore("login") },
  { ...post, path: "/dbconnections/signup/challenge", handler: challengeBefore("signup") },
  {
    ...post,
    path: "/dbconnections/change_password/challenge",
    handler: challengeBefore("change_password"),
  },
  {
    method: "GET",
    path: "/_tenant/captcha",
    access: "own-page",
    admin: true,
    handler: showCaptchaAnswers,
  },
];
