import type { AuthError } from "../errors/auth-error.js";
import { callApp } from "../errors/call-app.js";
import type { AnonymousReason, Session, SessionReader, SessionState } from "./session.js";

/** What belongs to a session and is never shown: it lives in this closure and nowhere else. */
export interface SessionTokens {
  readonly idToken: string;
  readonly refreshToken: string | undefined;
  /** Whether the hidden iframe has seen the tenant's session, so that its absence there means something. */
  readonly seenSilently: boolean;
  /** The access token that the session's `expiresAt` speaks of. */
  readonly key: string;
  /** Whether a proof of identity has given the tenant's session in this browser to another account. */
  readonly isProvenElsewhere?: boolean | undefined;
}

/** An access token for one audience and scope. */
export interface AccessToken {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The ID token that came with it and is bound to it. */
  readonly idToken?: string | undefined;
  /** What was granted, where the tenant said so. */
  readonly scope?: string | undefined;
}

/** The session, its tokens, and the only ways to change them. */
export interface SessionStore extends SessionReader {
  readonly tokens: SessionTokens | undefined;
  /** When the latest sign-in was taken into this page, in milliseconds since 1970. */
  readonly since: number;
  /** Counts sign-ins and sign-outs: a renewal that began in another epoch must not be kept. */
  readonly epoch: number;
  /** Counts sign-outs: a sign-in that began before one must not be kept either. */
  readonly signOuts: number;
  readonly accessTokens: ReadonlyMap<string, AccessToken>;
  /** Replaces everything: somebody has just signed in. */
  begin(session: Session, tokens: SessionTokens, access: AccessToken): Session;
  /** The same user goes on with newer tokens. */
  renew(session: Session, tokens: SessionTokens, access: AccessToken): Session;
  /** Adds an access token for a further audience. */
  addAccessToken(key: string, access: AccessToken): void;
  /** Changes what is known besides the access tokens, such as a refresh token that took a spent one's place. */
  updateTokens(change: Partial<SessionTokens>): void;
  end(reason?: AnonymousReason, error?: AuthError): void;
  /** Calls the one `listener` after each change, those of the tokens included. */
  watch(listener: () => void): void;
}

/** A session store that starts in `starting`. */
export function createSessionStore(): SessionStore {
  let state: SessionState = Object.freeze({ status: "starting" });
  let tokens: SessionTokens | undefined;
  let since = 0;
  let epoch = 0;
  let signOuts = 0;
  let changed = () => {};
  const accessTokens = new Map<string, AccessToken>();
  const listeners = new Set<() => void>();

  return {
    get: () => state,
    subscribe(listener) {
      // A function of its own for each call, so that one listener may subscribe twice.
      const notify = () => listener();
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    get tokens() {
      return tokens;
    },
    get since() {
      return since;
    },
    get epoch() {
      return epoch;
    },
    get signOuts() {
      return signOuts;
    },
    accessTokens,
    begin(session, next, access) {
      epoch += 1;
      since = Date.now();
      accessTokens.clear();
      return keep(session, next, access);
    },
    renew: keep,
    addAccessToken(key, access) {
      accessTokens.set(key, access);
      changed();
    },
    updateTokens(change) {
      if (tokens) tokens = { ...tokens, ...change };
      changed();
    },
    end(reason, error) {
      epoch += 1;
      if (reason === "signed_out" || reason === "signed_out_elsewhere") signOuts += 1;
      tokens = undefined;
      accessTokens.clear();
      // Whoever is out already learns nothing new from another tab's sign-out.
      if (state.status === "anonymous" && reason === "signed_out_elsewhere") return;
      show({ status: "anonymous", ...(reason && { reason }), ...(error && { error }) });
    },
    watch(listener) {
      changed = listener;
    },
  };

  function keep(next: Session, nextTokens: SessionTokens, access: AccessToken): Session {
    tokens = nextTokens;
    accessTokens.set(nextTokens.key, access);
    const session = Object.freeze(withKnownUser(next, state));
    show({ status: "authenticated", session });
    return session;
  }

  function show(next: SessionState): void {
    state = Object.freeze(next);
    changed();
    for (const listener of listeners) callApp(listener);
  }
}

/** Keeps the user object while nothing about the user has changed, so that readers need not look again. */
function withKnownUser(session: Session, state: SessionState): Session {
  if (state.status !== "authenticated") return session;
  const { user } = state.session;
  return JSON.stringify(user) === JSON.stringify(session.user) ? { ...session, user } : session;
}
