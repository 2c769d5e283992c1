import type { AuthClient } from "../client/auth-client.js";
import { authError } from "../errors/auth-error.js";
import type { Mfa } from "../flows/mfa.js";
import type { Authenticated } from "../flows/outcome.js";
import type { Passwordless } from "../flows/passwordless.js";
import type { MfaChallenge } from "../identity/challenge.js";
import { provenIdentity } from "../identity/proven-identity.js";
import type { User } from "../identity/user.js";
import type { Management, UserId } from "../management/management.js";
import type { Session } from "../session/session.js";
import { createSessionStore } from "../session/session-store.js";
import { fakeManagement } from "./fake-management.js";
import { fakeMfa, fakePasswordless } from "./fake-steps.js";
import { fakeUser } from "./fake-user.js";

/** What a fake client starts from and how its calls end; every call may be replaced. */
export interface FakeClientOptions extends Partial<Omit<AuthClient, "session" | GroupName>> {
  /** Who is signed in; nobody if not given. */
  readonly user?: User;
  /** Stays in `starting` until `start` is replaced. */
  readonly starting?: boolean;
  /** The second factor that a first `login` asks for; its answer signs in. None if not given. */
  readonly challenge?: MfaChallenge;
  readonly passwordless?: Partial<Passwordless>;
  readonly mfa?: Partial<Mfa>;
  readonly management?: Partial<Management>;
}

type GroupName = "passwordless" | "mfa" | "management";

/** An `AuthClient` without a network: every call succeeds at once unless it is replaced. */
export function createFakeClient(options: FakeClientOptions = {}): AuthClient {
  const { user, starting = false, challenge, passwordless, mfa, management, ...replaced } = options;
  const store = createSessionStore();
  if (user) signIn(user);
  else if (!starting) store.end();
  const api = { ...fakeManagement(() => required().user), ...management };

  return {
    session: { get: store.get, subscribe: store.subscribe },
    start: async () => {
      const session = current();
      return session ? { kind: "authenticated", session } : { kind: "anonymous" };
    },
    stop: () => {},
    login: async () => {
      if (!challenge) return authenticated(fakeUser);
      return { kind: "challenge", challenge, error: authError("mfa_required") };
    },
    loginWithConnection: async () => ({ kind: "redirecting" }),
    loginWithPopup: async () => authenticated(fakeUser),
    signup: async ({ email, signIn: wanted = true }) =>
      wanted ? authenticated({ ...fakeUser, email }) : { kind: "accepted", destination: email },
    passwordless: { ...fakePasswordless(authenticated), ...passwordless },
    resetPassword: async ({ email }) => ({ kind: "accepted", destination: email }),
    mfa: { ...fakeMfa(authenticated), ...mfa },
    reauthenticate: async () => authenticated(required().user),
    customTokenExchange: async () => authenticated(fakeUser),
    watchSession: () => () => {},
    management: api,
    proveIdentity: async () =>
      provenIdentity({ sub: "google-oauth2|ada" }, Date.now(), { idToken: "fake-id-token" }),
    linkIdentity: async (...given) => api.linkIdentity(required().user.sub as UserId, ...given),
    unlinkIdentity: async (...given) => api.unlinkIdentity(required().user.sub as UserId, ...given),
    buildAuthorizeUrl: async () => "https://tenant.invalid/authorize",
    buildLogoutUrl: () => "https://tenant.invalid/v2/logout",
    completeCallback: async () => ({ kind: "none" }),
    lastSignIn: () => undefined,
    forgetLastSignIn: () => {},
    checkSession: async () => ({ kind: "authenticated", session: required() }),
    getAccessToken: async () => required() && "fake-access-token",
    getIdToken: () => current() && "fake-id-token",
    userInfo: async () => required().user,
    logout: async ({ local = false } = {}) => {
      store.end("signed_out");
      return { kind: local ? "anonymous" : "redirecting" };
    },
    ...replaced,
  };

  function authenticated(who: User): Authenticated {
    return { kind: "authenticated", session: signIn(who) };
  }

  function signIn(who: User): Session {
    const now = Date.now();
    const expiresAt = now + 7_200_000;
    const scope = ["openid", "profile", "email"];
    return store.begin(
      { user: who, expiresAt, authenticatedAt: now, scope, hasRefreshToken: false },
      { idToken: "fake-id-token", refreshToken: undefined, seenSilently: true, key: "" },
      { value: "fake-access-token", expiresAt },
    );
  }

  function current(): Session | undefined {
    const state = store.get();
    return state.status === "authenticated" ? state.session : undefined;
  }

  function required(): Session {
    const session = current();
    if (!session) throw authError("login_required");
    return session;
  }
}

/** Makes any failure of the catalogue, to see what an app does with it. */
export const fakeError: typeof authError = authError;
