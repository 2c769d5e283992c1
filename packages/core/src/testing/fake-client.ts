import type { AuthClient } from "../client/auth-client.js";
import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { Session } from "../session/session.js";
import { createSessionStore } from "../session/session-store.js";

/** What a fake client starts from and how its calls end; every call may be replaced. */
export interface FakeClientOptions extends Partial<Omit<AuthClient, "session">> {
  /** Who is signed in; nobody if not given. */
  readonly user?: User;
  /** Stays in `starting` until `start` is replaced. */
  readonly starting?: boolean;
}

/** The user that a fake login signs in. */
export const fakeUser: User = Object.freeze({
  sub: "auth0|ada",
  name: "Ada Lovelace",
  nickname: "ada",
  email: "ada@example.com",
  email_verified: true,
});

/** An `AuthClient` without a network: every call succeeds at once unless it is replaced. */
export function createFakeClient(options: FakeClientOptions = {}): AuthClient {
  const { user, starting = false, ...replaced } = options;
  const store = createSessionStore();
  if (user) signIn(user);
  else if (!starting) store.end();

  return {
    session: { get: store.get, subscribe: store.subscribe },
    start: async () => {
      const session = current();
      return session ? { kind: "authenticated", session } : { kind: "anonymous" };
    },
    stop: () => {},
    login: async () => ({ kind: "authenticated", session: signIn(fakeUser) }),
    loginWithConnection: async () => ({ kind: "redirecting" }),
    signup: async ({ email }) => ({
      kind: "authenticated",
      session: signIn({ ...fakeUser, email }),
    }),
    checkSession: async () => ({ kind: "authenticated", session: required() }),
    getAccessToken: async () => required() && "fake-access-token",
    getIdToken: () => current() && "fake-id-token",
    userInfo: async () => required().user,
    logout: async () => {
      store.end("signed_out");
      return { kind: "redirecting" };
    },
    ...replaced,
  };

  function signIn(who: User): Session {
    const expiresAt = Date.now() + 7_200_000;
    const scope = ["openid", "profile", "email"];
    return store.begin(
      { user: who, expiresAt, scope, hasRefreshToken: false },
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
