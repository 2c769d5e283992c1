"use client";

import type {
  AccessTokenParams,
  Anonymous,
  AuthClient,
  AuthError,
  ConnectionLoginParams,
  LogoutParams,
  Redirecting,
  User,
} from "@portico/core";
import { useMemo } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { useSession } from "./use-session.js";

/** The session at a glance and the calls that most screens need. */
export interface Auth0 {
  /** Whether it is still being found out who is signed in. */
  readonly isLoading: boolean;
  readonly isAuthenticated: boolean;
  readonly user: User | undefined;
  /** Why it could not be found out, or why a redirect came back without a sign-in. */
  readonly error: AuthError | undefined;
  /** The client itself, for everything else. */
  readonly client: AuthClient;
  /** Leaves for the tenant's login page. */
  readonly loginWithRedirect: (params?: ConnectionLoginParams) => Promise<Redirecting>;
  /** An access token for an API, renewed unseen when it has to be. */
  readonly getAccessTokenSilently: (params?: AccessTokenParams) => Promise<string>;
  readonly logout: (params?: LogoutParams) => Promise<Redirecting | Anonymous>;
}

/** The session at a glance, under the names that users of @auth0/auth0-react know. */
export function useAuth0(): Auth0 {
  const client = useAuthClient();
  const state = useSession();
  return useMemo(
    () => ({
      isLoading: state.status === "starting",
      isAuthenticated: state.status === "authenticated",
      user: state.status === "authenticated" ? state.session.user : undefined,
      error: state.status === "anonymous" ? state.error : undefined,
      client,
      loginWithRedirect: client.loginWithConnection,
      getAccessTokenSilently: client.getAccessToken,
      logout: client.logout,
    }),
    [client, state],
  );
}
