export * from "@portico/core";
export { Auth0Provider, type Auth0ProviderProps } from "./provider/auth0-provider.js";
export { useAuthClient } from "./provider/auth-context.js";
export { AuthCallback, type AuthCallbackProps } from "./session/auth-callback.js";
export type { RenderFailure } from "./session/failure.js";
export { PopupCallback, type PopupCallbackProps } from "./session/popup-callback.js";
export { RequireAuth, type RequireAuthProps } from "./session/require-auth.js";
export { SessionGate, type AnonymousState, type SessionGateProps } from "./session/session-gate.js";
export { useAccessToken } from "./session/use-access-token.js";
export { useAuth0, type Auth0 } from "./session/use-auth0.js";
export { useSession } from "./session/use-session.js";
export { useUser } from "./session/use-user.js";
export {
  withAuthenticationRequired,
  type WithAuthenticationRequiredOptions,
} from "./session/with-authentication-required.js";
export type { FlowResult, FlowState } from "./flows/flow.js";
export type {
  MfaChooseStep,
  MfaChosen,
  MfaDoneStep,
  MfaEnrollStep,
  MfaFlow,
  MfaQuestion,
  MfaVerifyStep,
} from "./flows/mfa-steps.js";
export {
  useCheckSession,
  type CheckSessionFlow,
  type CheckSessionOptions,
} from "./flows/use-check-session.js";
export { useCountdown } from "./flows/use-countdown.js";
export { useLastSignIn, type RememberedSignIn } from "./flows/use-last-sign-in.js";
export { useLogin, type LoginFlow } from "./flows/use-login.js";
export {
  useLoginWithConnection,
  type ConnectionLoginOutcome,
  type LoginWithConnectionFlow,
} from "./flows/use-login-with-connection.js";
export { useLogout, type LogoutFlow } from "./flows/use-logout.js";
export { useMfa } from "./flows/use-mfa.js";
export {
  usePasswordless,
  type PasswordlessDoneStep,
  type PasswordlessFlow,
  type PasswordlessStartStep,
  type PasswordlessVerifyStep,
} from "./flows/use-passwordless.js";
export { useReauthenticate, type ReauthenticateFlow } from "./flows/use-reauthenticate.js";
export { useResetPassword, type ResetPasswordFlow } from "./flows/use-reset-password.js";
export { useSignup, type SignupFlow } from "./flows/use-signup.js";
export { managementKeys } from "./management/management-keys.js";
export type { MetadataPatch } from "./management/pending-updates.js";
export { profileOptions } from "./management/profile-options.js";
export {
  useIdentities,
  type IdentitiesReading,
  type UserIdentities,
} from "./management/use-identities.js";
export {
  useLinkIdentity,
  type LinkIdentityCodeParams,
  type LinkIdentityCodeStep,
  type LinkIdentityConfirmStep,
  type LinkIdentityDoneStep,
  type LinkIdentityFlow,
  type LinkIdentityProveStep,
} from "./management/use-link-identity.js";
export { useManagement } from "./management/use-management.js";
export { useProfile, type ProfileReading, type UserProfile } from "./management/use-profile.js";
export { useUnlinkIdentity, type UnlinkIdentityFlow } from "./management/use-unlink-identity.js";
