export { createAuthClient, type AuthClient } from "./client/auth-client.js";
export type { AuthConfig, Deadlines } from "./client/auth-config.js";
export type { StartOptions, StartOutcome } from "./client/start.js";
export { safeReturnTo } from "./callback/return-to.js";
export { isAuthError, type AuthError, type AuthErrorInfo } from "./errors/auth-error.js";
export type {
  AuthErrorCode,
  AuthErrorDetails,
  NoDetails,
  PasswordRule,
  PasswordRuleCode,
  TokenDefect,
} from "./errors/error-details.js";
export type { CheckSessionParams } from "./flows/check-session.js";
export type { DatabaseLoginParams } from "./flows/database-login.js";
export type { LoginVia, TokenParams } from "./flows/flow-context.js";
export type { AccessTokenParams } from "./flows/get-access-token.js";
export type { ConnectionLoginParams } from "./flows/login-with-connection.js";
export type { LoginOutcome, LoginParams } from "./flows/login.js";
export type { LogoutParams } from "./flows/logout.js";
export type { Accepted, Anonymous, Authenticated, Redirecting } from "./flows/outcome.js";
export type { SignupOutcome, SignupParams } from "./flows/signup.js";
export type { User } from "./identity/user.js";
export type { AnonymousReason, Session, SessionReader, SessionState } from "./session/session.js";
export type { AppState } from "./transaction/transaction.js";
export type { CallOptions } from "./transport/deadline.js";
