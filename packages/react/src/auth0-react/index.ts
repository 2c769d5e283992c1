export type { AppState, User } from "@portico/core";
export type { RedirectLoginResult } from "./auth0-methods.js";
export type {
  AuthorizationParams,
  GetTokenSilentlyOptions,
  LogoutOptions,
  PopupConfigOptions,
  PopupLoginOptions,
  PopupLoginOptions as GetTokenWithPopupOptions,
  RedirectLoginOptions,
} from "./auth0-options.js";
export type { Auth0ProviderOptions } from "./auth0-props.js";
export { Auth0Provider } from "./auth0-provider.js";
export type { IdToken } from "./id-token.js";
export { OAuthError } from "./oauth-error.js";
export { useAuth0, type Auth0ContextInterface } from "./use-auth0.js";
export { withAuth0, type WithAuth0Props } from "./with-auth0.js";
export {
  withAuthenticationRequired,
  type WithAuthenticationRequiredOptions,
} from "./with-authentication-required.js";
