import type { AuthClient, SessionState, User } from "@portico/core";
import { createFakeClient, fakeUser, type FakeClientOptions } from "@portico/core/testing";

/** A fake client whose session is what the test says. */
export interface Staged {
  readonly client: AuthClient;
  show(state: SessionState): void;
  /** How many readers listen. */
  readers(): number;
}

export function stagedClient(initial: SessionState, options: FakeClientOptions = {}): Staged {
  const listeners = new Set<() => void>();
  let state = initial;
  const session: AuthClient["session"] = {
    get: () => state,
    subscribe(listener) {
      const notify = () => listener();
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
  };
  return {
    client: { ...createFakeClient(options), session },
    show(next) {
      state = next;
      for (const listener of listeners) listener();
    },
    readers: () => listeners.size,
  };
}

export const starting: SessionState = Object.freeze({ status: "starting" });
export const anonymous: SessionState = Object.freeze({ status: "anonymous" });

/** The state in which `user` is signed in: another object at every call. */
export function signedInAs(user: User = fakeUser): SessionState {
  const session = {
    user,
    expiresAt: Date.now() + 60_000,
    scope: ["openid"],
    hasRefreshToken: false,
  };
  return { status: "authenticated", session };
}
