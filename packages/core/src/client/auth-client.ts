import { authError } from "../errors/auth-error.js";
import type { CheckSessionParams } from "../flows/check-session.js";
import {
  completeCallback,
  type CompleteCallbackParams,
  type NoCallback,
} from "../flows/complete-callback.js";
import type { TokenExchangeParams } from "../flows/exchange-token.js";
import { assertRunnable, currentSession } from "../flows/flow-context.js";
import type { AccessTokenParams } from "../flows/get-access-token.js";
import type { LoginParams } from "../flows/login.js";
import type { ConnectionLoginParams } from "../flows/login-with-connection.js";
import type { PopupLoginParams } from "../flows/hosted-login.js";
import { logout, type LogoutParams } from "../flows/logout.js";
import type { Mfa } from "../flows/mfa.js";
import type {
  Accepted,
  Anonymous,
  Authenticated,
  Challenged,
  LoginOutcome,
  Redirecting,
} from "../flows/outcome.js";
import type { Passwordless } from "../flows/passwordless.js";
import type { ProveIdentityParams } from "../flows/prove-identity.js";
import { reauthenticate } from "../flows/reauthenticate.js";
import type { ReauthenticateParams } from "../flows/prove-again.js";
import type { ResetPasswordParams } from "../flows/reset-password.js";
import type { SignupOutcome, SignupParams } from "../flows/signup.js";
import { watchSession, type WatchSessionParams } from "../flows/watch-session.js";
import type { ProvenIdentity } from "../identity/proven-identity.js";
import type { User } from "../identity/user.js";
import type { Identity, Management } from "../management/management.js";
import type { LastSignIn } from "../session/last-sign-in.js";
import type { SessionReader } from "../session/session.js";
import type { CallOptions } from "../transport/deadline.js";
import type { LogoutTarget } from "../authentication/authorize-url.js";
import { resolveConfig, type AuthConfig } from "./auth-config.js";
import { boundManagement } from "./bound-management.js";
import { rememberContext } from "./client-context.js";
import { createContext } from "./create-context.js";
import { inPopup } from "./in-popup.js";
import { createFlowsOnDemand, createOnDemand, signInPart } from "./on-demand.js";
import { createLifecycle, type StartOptions, type StartOutcome } from "./start.js";

/**
 * One application at one tenant. Every call settles once, with an outcome or an `AuthError`; each of its steps has
 * a deadline.
 */
export interface AuthClient {
  /** Who is signed in: a snapshot and its changes. */
  readonly session: SessionReader;
  /**
   * Takes the callback in the address, or else asks the tenant who is signed in. Happens once. Fails for a developer's
   * mistake only, with an `Error`.
   */
  start(options?: StartOptions): Promise<StartOutcome>;
  /** Ends what `start` began: listening to other tabs, and a start that is still under way. */
  stop(): void;
  /** Signs in with a password. */
  login(params: LoginParams): Promise<LoginOutcome>;
  /** Leaves for the tenant's login page, or a connection's. */
  loginWithConnection(params?: ConnectionLoginParams): Promise<Redirecting>;
  /** Signs in by the tenant's login page, or a connection's, in a window of its own. Call it in the click itself. */
  loginWithPopup(params?: PopupLoginParams): Promise<Authenticated>;
  /** Creates a user, then signs in unless told not to. */
  signup(params: SignupParams): Promise<SignupOutcome>;
  /** Login by a code or a link instead of a password. */
  readonly passwordless: Passwordless;
  /** Mails a link to set a new password. */
  resetPassword(params: ResetPasswordParams): Promise<Accepted>;
  /** Second factors, for a login whose outcome is a `challenge`. */
  readonly mfa: Mfa;
  /** Has the user of the session prove themselves again; with another API's `audience`, for a token beside the session's own. */
  reauthenticate(params: ReauthenticateParams): Promise<LoginOutcome>;
  /** Signs in with a token of somebody else's that the tenant trusts. */
  customTokenExchange(params: TokenExchangeParams): Promise<Authenticated | Challenged>;
  /** Asks the tenant, unseen, who is signed in there. The tenant runs its Actions for it, as for a login. */
  checkSession(params?: CheckSessionParams): Promise<Authenticated>;
  /** Asks so from time to time. Returns how to stop. */
  watchSession(params?: WatchSessionParams): () => void;
  /** An access token for an API. */
  getAccessToken(params?: AccessTokenParams): Promise<string>;
  /** The raw ID token of the session, for a server that wants to verify it itself. */
  getIdToken(): string | undefined;
  /** The user as the tenant knows them now. */
  userInfo(options?: CallOptions): Promise<User>;
  /** The Management API with the session's own access tokens. */
  readonly management: Management;
  /** Lets the user sign in to another account without touching this page's session. Call it in the click itself. */
  proveIdentity(params?: ProveIdentityParams): Promise<ProvenIdentity>;
  /** Adds a proven identity to the user of the session; the other user is no more. Sent once. */
  linkIdentity(proven: ProvenIdentity, options?: CallOptions): Promise<readonly Identity[]>;
  /** Makes a linked identity a user of its own again. Sent once. */
  unlinkIdentity(
    identity: Pick<Identity, "provider" | "userId">,
    options?: CallOptions,
  ): Promise<readonly Identity[]>;
  /** The address that `loginWithConnection` leaves for; only this tab can come back from it. */
  buildAuthorizeUrl(params?: ConnectionLoginParams): Promise<string>;
  /** The address that `logout` leaves for. */
  buildLogoutUrl(target?: LogoutTarget): string;
  /** Redeems the response of a redirect where `start` was told to leave it alone. */
  completeCallback(params?: CompleteCallbackParams): Promise<Authenticated | NoCallback>;
  /** How somebody last signed in at this browser, where the configuration lets it be remembered. */
  lastSignIn(): LastSignIn | undefined;
  /** Forgets that; a sign-out does not. */
  forgetLastSignIn(): void;
  /** Ends the session here, in the other tabs and at the tenant. */
  logout(params?: LogoutParams): Promise<Redirecting | Anonymous>;
}

/**
 * Makes a client. Nothing happens before `start` or the first call, so it may be made anywhere, on a server too.
 * Throws an `Error` on a wrong configuration.
 */
export function createAuthClient(config: AuthConfig): AuthClient {
  const resolved = resolveConfig(config);
  const context = createContext(resolved);
  const { session, engine } = context;
  const lifecycle = createLifecycle(context, resolved.checkSessionOnStart);
  const onDemand = createOnDemand(context);
  const flows = createFlowsOnDemand(context);
  const signIn = flows(["login", "checkSession", "getAccessToken"], signInPart);
  const rare = flows(
    ["loginWithPopup", "proveIdentity", "customTokenExchange", "userInfo"],
    () => import("./rare-part.js"),
  );

  // Whoever is not signed in is about to, so what that takes is fetched ahead: its code and the tenant's keys.
  const prepareLogin = async (started: StartOutcome) => {
    if (started.kind !== "anonymous" || started.error) return;
    // Another engine may need no tenant at all.
    if (!resolved.engine) context.verification.keys.preload();
    await onDemand(signInPart);
  };

  const client: AuthClient = {
    session: { get: session.get, subscribe: session.subscribe },
    start(options) {
      const outcome = lifecycle.start(options);
      outcome.then(prepareLogin).catch(() => {});
      return outcome;
    },
    stop: lifecycle.stop,
    ...signIn,
    ...flows(["loginWithConnection", "buildAuthorizeUrl"], () => import("./redirect-part.js")),
    ...rare,
    loginWithPopup: inPopup(rare.loginWithPopup),
    proveIdentity: inPopup(rare.proveIdentity),
    ...flows(["signup", "resetPassword"], () => import("./account-part.js")),
    passwordless: {
      ...flows(["start", "resend", "verify", "prove"], () => import("../flows/passwordless.js")),
      pending: () => context.pendingMessage.get(),
      forget: () => context.pendingMessage.clear(),
    },
    mfa: flows(
      ["authenticators", "enroll", "challenge", "verify"],
      () => import("../flows/mfa.js"),
    ),
    reauthenticate: (params) => reauthenticate(context, params),
    watchSession: (params) => watchSession(context, params),
    getAccessToken: async (params) => {
      assertRunnable();
      // Known without the code that renews one.
      if (!currentSession(context)) throw authError("login_required");
      return signIn.getAccessToken(params);
    },
    getIdToken: () => (currentSession(context) ? session.tokens?.idToken : undefined),
    management: boundManagement(context),
    ...flows(["linkIdentity", "unlinkIdentity"], () => import("../flows/link-identity.js")),
    buildLogoutUrl: (target = {}) => engine.logoutUrl(target),
    completeCallback: (params) => completeCallback(context, params),
    lastSignIn: () => context.lastSignIn.get(),
    forgetLastSignIn: () => context.lastSignIn.clear(),
    logout: (params) => logout(context, params),
  };
  rememberContext(client, context, resolved);
  return client;
}
