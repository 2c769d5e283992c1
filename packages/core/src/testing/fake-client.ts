import type { AuthClient } from "../client/auth-client.js";
import { provenIdentity } from "../identity/proven-identity.js";
import type { PasswordlessStarted } from "../flows/passwordless.js";
import { authError } from "../errors/auth-error.js";
import type { User } from "../identity/user.js";
import type { Session } from "../session/session.js";
import { createSessionStore } from "../session/session-store.js";
import { fakeManagement, identitiesOf } from "./fake-management.js";

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
    loginWithPopup: async () => ({ kind: "authenticated", session: signIn(fakeUser) }),
    signup: async ({ email }) => ({
      kind: "authenticated",
      session: signIn({ ...fakeUser, email }),
    }),
    passwordless: {
      start: async (params) => sent(params.email ?? params.phoneNumber, params.send),
      resend: async ({ destination, send }) => sent(destination, send),
      verify: async () => ({ kind: "authenticated", session: signIn(fakeUser) }),
      pending: () => undefined,
      forget: () => {},
    },
    resetPassword: async ({ email }) => ({ kind: "accepted", destination: email }),
    mfa: {
      authenticators: async () => [{ id: "totp|fake", factor: "otp", active: true }],
      enroll: async (_challenge, { factor }) => ({ factor, needsCode: factor !== "push" }),
      challenge: async (_challenge, { factor }) => ({ factor, needsCode: factor !== "push" }),
      verify: async () => ({ kind: "authenticated", session: signIn(fakeUser) }),
    },
    reauthenticate: async () => ({ kind: "authenticated", session: required() }),
    customTokenExchange: async () => ({ kind: "authenticated", session: signIn(fakeUser) }),
    watchSession: () => () => {},
    management: fakeManagement(() => required().user),
    proveIdentity: async () =>
      provenIdentity({ sub: "google-oauth2|ada" }, Date.now(), "fake-id-token"),
    linkIdentity: async () => identitiesOf(required().user),
    unlinkIdentity: async () => identitiesOf(required().user),
    buildAuthorizeUrl: async () => "https://tenant.invalid/authorize",
    buildLogoutUrl: () => "https://tenant.invalid/v2/logout",
    completeCallback: async () => ({ kind: "none" }),
    lastSignIn: () => undefined,
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

  function sent(destination: string, send: "code" | "link" = "code"): PasswordlessStarted {
    const channel = destination.includes("@") ? "email" : "sms";
    const resendAt = Date.now() + 30_000;
    const challenge = { type: "passwordless", connection: channel, channel, resendAt } as const;
    return { kind: "accepted", destination, challenge: { ...challenge, destination, send } };
  }

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
