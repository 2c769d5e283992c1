import { navigate } from "../browser/navigate.js";
import { createProtocolEngine } from "../engine/protocol-engine.js";
import { checkSession, type CheckSessionParams } from "../flows/check-session.js";
import { currentSession, type FlowContext } from "../flows/flow-context.js";
import { getAccessToken, type AccessTokenParams } from "../flows/get-access-token.js";
import { login, type LoginOutcome, type LoginParams } from "../flows/login.js";
import { loginWithConnection, type ConnectionLoginParams } from "../flows/login-with-connection.js";
import { logout, type LogoutParams } from "../flows/logout.js";
import type { Anonymous, Authenticated, Redirecting } from "../flows/outcome.js";
import { signup, type SignupOutcome, type SignupParams } from "../flows/signup.js";
import { userInfo } from "../flows/user-info.js";
import type { User } from "../identity/user.js";
import type { SessionReader } from "../session/session.js";
import { createSessionStore } from "../session/session-store.js";
import { createSessionSync } from "../session/session-sync.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import type { CallOptions } from "../transport/deadline.js";
import { createSingleFlight } from "../transport/single-flight.js";
import { createTurns } from "../transport/turns.js";
import { resolveConfig, type AuthConfig } from "./auth-config.js";
import { createLifecycle, type StartOptions, type StartOutcome } from "./start.js";

/**
 * One application at one tenant. Every call settles once, with an outcome or an `AuthError`; each of its steps has
 * a deadline.
 */
export interface AuthClient {
  /** Who is signed in: a snapshot and its changes. */
  readonly session: SessionReader;
  /** Takes the callback in the address, or else asks the tenant who is signed in. Happens once. */
  start(options?: StartOptions): Promise<StartOutcome>;
  /** Ends what `start` began: listening to other tabs, and a start that is still under way. */
  stop(): void;
  /** Signs in with a password. */
  login(params: LoginParams): Promise<LoginOutcome>;
  /** Leaves for the tenant's login page, or a connection's. */
  loginWithConnection(params?: ConnectionLoginParams): Promise<Redirecting>;
  /** Creates a user, then signs in unless told not to. */
  signup(params: SignupParams): Promise<SignupOutcome>;
  /** Asks the tenant, unseen, who is signed in there. */
  checkSession(params?: CheckSessionParams): Promise<Authenticated>;
  /** An access token for an API. */
  getAccessToken(params?: AccessTokenParams): Promise<string>;
  /** The raw ID token of the session, for a server that wants to verify it itself. */
  getIdToken(): string | undefined;
  /** The user as the tenant knows them now. */
  userInfo(options?: CallOptions): Promise<User>;
  /** Ends the session here, in the other tabs and at the tenant. */
  logout(params?: LogoutParams): Promise<Redirecting | Anonymous>;
}

/**
 * Makes a client. Nothing happens before `start` or the first call, so it may be made anywhere, on a server too.
 * Throws an `Error` on a wrong configuration.
 */
export function createAuthClient(config: AuthConfig): AuthClient {
  const resolved = resolveConfig(config);
  const name = `${new URL(resolved.origin).host}.${resolved.clientId}`;
  const session = createSessionStore();
  const transactions = createTransactionStore(name);
  const { origin, clientId, deadlines } = resolved;
  const engine = createProtocolEngine({
    tenant: { origin, clientId, requestDeadline: deadlines.request },
    issuer: resolved.issuer,
    responseType: resolved.responseType,
    redirectUri: resolved.redirectUri,
    leeway: resolved.leeway,
    silentDeadline: deadlines.silent,
    keysDeadline: deadlines.keys,
    transactions,
  });
  const context: FlowContext = {
    config: resolved,
    engine,
    session,
    transactions,
    navigate,
    sync: createSessionSync(name),
    singleFlight: createSingleFlight(),
    refreshTurns: createTurns(),
  };
  const lifecycle = createLifecycle(context, resolved.checkSessionOnStart);

  return {
    session: { get: session.get, subscribe: session.subscribe },
    start: lifecycle.start,
    stop: lifecycle.stop,
    login: (params) => login(context, params),
    loginWithConnection: (params) => loginWithConnection(context, params),
    signup: (params) => signup(context, params),
    checkSession: (params) => checkSession(context, params),
    getAccessToken: (params) => getAccessToken(context, params),
    getIdToken: () => (currentSession(context) ? session.tokens?.idToken : undefined),
    userInfo: (options) => userInfo(context, options),
    logout: (params) => logout(context, params),
  };
}
