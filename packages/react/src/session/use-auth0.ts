"use client";

import type { AuthClient, AuthError, PopupLoginParams, User } from "@portico/core";
import { useMemo } from "react";
import { useStore } from "../flows/use-store.js";
import { useAuthClient } from "../provider/auth-context.js";
import { popupOf } from "./popup-sign-in.js";
import { useSession } from "./use-session.js";
import { userOf } from "./use-user.js";

/** The session at a glance and the calls that most screens need. */
export interface Auth0<TUser extends User = User> {
  /** Whether it is still being found out who is signed in, or a window of `loginWithPopup` is open. */
  readonly isLoading: boolean;
  readonly isAuthenticated: boolean;
  readonly user: TUser | undefined;
  /** Why it could not be found out, why a redirect came back without a sign-in, or why a window was closed without one. */
  readonly error: AuthError | undefined;
  /** The client itself, for everything else. */
  readonly client: AuthClient;
  /** Leaves for the tenant's login page, or a connection's. */
  readonly loginWithRedirect: AuthClient["loginWithConnection"];
  /**
   * Signs in by a window of its own. Call it in the click itself. It does not reject with an `AuthError`: why nobody
   * was signed in is in `error`.
   */
  readonly loginWithPopup: (params?: PopupLoginParams) => Promise<void>;
  /** Ends the session here, in the other tabs and at the tenant. */
  readonly logout: AuthClient["logout"];
  /** An access token for an API, renewed unseen when it has to be. Throws `login_required` and its like. */
  readonly getAccessTokenSilently: AuthClient["getAccessToken"];
}

/**
 * The session at a glance. The object is the same until something changes, and its functions are always the same.
 * `TUser` may name claims of one's own.
 */
export function useAuth0<TUser extends User = User>(): Auth0<TUser>;
export function useAuth0(): Auth0 {
  const client = useAuthClient();
  const state = useSession();
  const popup = popupOf(client);
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
      loginWithRedirect: client.loginWithConnection,
      loginWithPopup: popup.open,
      logout: client.logout,
      getAccessTokenSilently: client.getAccessToken,
    };
  }, [client, state, popup, signIn]);
}
