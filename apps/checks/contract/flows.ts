import type { Flow } from "./contract-case.js";
import { accessToken } from "./cases/access-token.js";
import { callback } from "./cases/callback.js";
import { checkSession } from "./cases/check-session.js";
import { hostedLogin } from "./cases/hosted-login.js";
import { login } from "./cases/login.js";
import { logout } from "./cases/logout.js";
import { mfa } from "./cases/mfa.js";
import { organizations } from "./cases/organizations.js";
import { passwordless } from "./cases/passwordless.js";
import { popup } from "./cases/popup.js";
import { reauthenticate } from "./cases/reauthenticate.js";
import { resetPassword } from "./cases/reset-password.js";
import { signup } from "./cases/signup.js";
import { tokenExchange } from "./cases/token-exchange.js";
import { userInfo } from "./cases/user-info.js";

/** Every flow of the contract. */
export const flows: readonly Flow[] = [
  login,
  hostedLogin,
  callback,
  popup,
  signup,
  passwordless,
  resetPassword,
  checkSession,
  accessToken,
  userInfo,
  logout,
  mfa,
  reauthenticate,
  tokenExchange,
  organizations,
];
