export { createAuthClient, type AuthClient } from "./client/auth-client.js";
export type { AuthConfig, Deadlines } from "./client/auth-config.js";
export type { StartOptions, StartOutcome } from "./client/start.js";
export type { LogoutTarget } from "./authentication/authorize-url.js";
export type { Authenticator } from "./authentication/mfa-answers.js";
export type { Engine, EngineConfig, EngineFactory } from "./engine/engine.js";
export type { PopupFeatures } from "./browser/popup-window.js";
export { parseCallback } from "./callback/parse-callback.js";
export type { AuthorizationResponse, Channel } from "./callback/authorization-response.js";
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
export type { CompleteCallbackParams, NoCallback } from "./flows/complete-callback.js";
export type { DatabaseLoginParams } from "./flows/database-login.js";
export type { TokenExchangeParams } from "./flows/exchange-token.js";
export type { LoginVia, TokenParams } from "./flows/flow-context.js";
export type { AccessTokenParams } from "./flows/get-access-token.js";
export type { HostedLoginParams, PopupLoginParams } from "./flows/hosted-login.js";
export type { ConnectionLoginParams } from "./flows/login-with-connection.js";
export type { LoginParams } from "./flows/login.js";
export type { LogoutParams } from "./flows/logout.js";
export type {
  Mfa,
  MfaAuthenticated,
  MfaEnrollment,
  MfaEnrollParams,
  MfaSent,
  MfaVerifyParams,
} from "./flows/mfa.js";
export type {
  Accepted,
  Anonymous,
  Authenticated,
  Challenged,
  LoginOutcome,
  Redirecting,
  Relayed,
} from "./flows/outcome.js";
export type {
  Passwordless,
  PasswordlessProofParams,
  PasswordlessVerifyParams,
} from "./flows/passwordless.js";
export type {
  PasswordlessMessageParams,
  PasswordlessStarted,
  PasswordlessStartParams,
} from "./flows/passwordless-message.js";
export type { ProveIdentityParams } from "./flows/prove-identity.js";
export { readInvitation, type Invitation } from "./flows/read-invitation.js";
export type {
  PasswordReauthentication,
  PopupReauthentication,
  ReauthenticateParams,
  RedirectReauthentication,
} from "./flows/prove-again.js";
export type { ResetPasswordParams } from "./flows/reset-password.js";
export type { SignupOutcome, SignupParams } from "./flows/signup.js";
export type { WatchSessionParams } from "./flows/watch-session.js";
export type { Factor, MfaChallenge } from "./identity/challenge.js";
export type { PasswordlessChallenge } from "./identity/passwordless-challenge.js";
export type { ProvenIdentity } from "./identity/proven-identity.js";
export type { User } from "./identity/user.js";
export { ManagementClient, type ManagementConfig } from "./management/management-client.js";
export type {
  CurrentUserScope,
  Identity,
  Management,
  Profile,
  UserId,
} from "./management/management.js";
export type { LastSignIn } from "./session/last-sign-in.js";
export type { AnonymousReason, Session, SessionReader, SessionState } from "./session/session.js";
export type { SessionPort } from "./session/storage-port.js";
export type { AppState } from "./transaction/transaction.js";
export type { CallOptions } from "./transport/deadline.js";
