import { changePassword } from "../endpoints/change-password.js";
import { confirmPassword } from "../endpoints/confirm-password.js";
import { showForgotPassword, submitForgotPassword } from "../endpoints/hosted-forgot-password.js";
import { showReset, submitReset } from "../endpoints/hosted-reset.js";
import { unblock } from "../endpoints/unblock.js";
import { verifyEmail } from "../endpoints/verify-email.js";
import type { Route } from "./route.js";

const page = { method: "GET", access: "navigation" } as const;
const form = { method: "POST", access: "own-page" } as const;

/** Password changes, and the links that arrive by mail: reset, address verification, unblocking. */
export const accountRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/dbconnections/change_password",
    access: "cross-origin",
    handler: changePassword,
  },
  { ...page, path: "/u/forgot-password", handler: showForgotPassword },
  { ...form, path: "/u/forgot-password", handler: submitForgotPassword },
  { ...page, path: "/u/reset-password", handler: showReset },
  { ...form, path: "/u/reset-password", handler: submitReset },
  { ...page, path: "/u/confirm-password", handler: confirmPassword },
  { ...page, path: "/u/email-verification", handler: verifyEmail },
  { ...page, path: "/u/unblock", handler: unblock },
];
