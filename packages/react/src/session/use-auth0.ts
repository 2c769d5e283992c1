"use client";

import type { AuthClient, AuthError, User } from "@portico/core";
import { useMemo } from "react";
import { useStore } from "../flows/use-store.js";
import { useAuthClient } from "../provider/auth-context.js";
import { auth0Binding, type Auth0Methods } from "./auth0-methods.js";
import { useSession } from "./use-session.js";
import { userOf } from "./use-user.js";

/** The session at a glance and the calls that most screens need. */
export interface Auth0<TUser extends User = User> extends Auth0Methods {
  /** Whether it is still being found out who is signed in, or a window of `loginWithPopup` is open. */
  readonly isLoading: boolean;
  readonly isAuthenticated: boolean;
  readonly user: TUser | undefined;
  /** Why it could not be found out, why a redirect came back without a sign-in, or why a window was closed without one. */
  readonly error: AuthError | undefined;
  /** The client itself, for everything else. */
  readonly client: AuthClient;
}

/**
 * The session at a glance, under the names that users of @auth0/auth0-react know. The object is the same until
 * something changes, and its functions are always the same. `TUser` may name claims of one's own.
 */
export function useAuth0<TUser extends User = User>(): Auth0<TUser>;
export function useAuth0(): Auth0 {
  const client = useAuthClient();
  const state = useSession();
  const { methods, popup } = auth0Binding(client);
  const signIn = useStore(popup);
  return useMemo(() => {
    const user = userOf(state);
    const settled = state.status === "anonymous" ? state.error : undefined;
    return {
      isLoading: state.status === "starting" || signIn.status === "pending",
      isAuthenticated: !!user,
      user,
      error: signIn.status === "failed" ? signIn.error : settled,
      client,
      ...methods,
    };
  }, [client, state, methods, signIn]);
}
