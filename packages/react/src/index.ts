export * from "@portico/core";
export { Auth0Provider, type Auth0ProviderProps } from "./provider/auth0-provider.js";
export { useAuthClient } from "./provider/auth-context.js";
export { useAuth0, type Auth0 } from "./session/use-auth0.js";
export { useSession } from "./session/use-session.js";
export { useUser } from "./session/use-user.js";
export type { FlowResult, FlowState } from "./flows/flow.js";
export { useCheckSession, type CheckSessionFlow } from "./flows/use-check-session.js";
export { useLogin, type LoginFlow } from "./flows/use-login.js";
export {
  useLoginWithConnection,
  type LoginWithConnectionFlow,
} from "./flows/use-login-with-connection.js";
export { useLogout, type LogoutFlow } from "./flows/use-logout.js";
export { useSignup, type SignupFlow } from "./flows/use-signup.js";
