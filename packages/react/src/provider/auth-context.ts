"use client";

import type { AuthClient, SessionState } from "@portico/core";
import { createContext, useContext } from "react";

/** What the nearest `Auth0Provider` gives to the tree below it. */
export interface AuthContextValue {
  readonly client: AuthClient;
  /** What the session is taken for until the client has found out who is signed in. */
  readonly initialState: SessionState;
  /** Whether the response of a redirect is left for `AuthCallback`. */
  readonly skipRedirectCallback: boolean;
}

/** What a session is taken for where nothing is known of it. */
export const starting: SessionState = Object.freeze({ status: "starting" });

/** What the nearest `Auth0Provider` gives, if there is one. */
export const AuthContext = createContext<AuthContextValue | undefined>(undefined);

/** What the nearest `Auth0Provider` gives. Throws an `Error` where there is none. */
export function useAuthContext(): AuthContextValue {
  const value = useContext(AuthContext);
  if (value) return value;
  throw new Error("This stands outside Auth0Provider. It has no tenant. Move it inside.");
}

/** The client of the nearest `Auth0Provider`. Throws an `Error` where there is none. */
export function useAuthClient(): AuthClient {
  return useAuthContext().client;
}
