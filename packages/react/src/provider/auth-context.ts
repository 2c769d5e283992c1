"use client";

import type { AuthClient } from "@portico/core";
import { createContext, useContext } from "react";

/** The client of the nearest `Auth0Provider`. */
export const AuthContext = createContext<AuthClient | undefined>(undefined);

/** The client of the nearest `Auth0Provider`. Throws an `Error` where there is none. */
export function useAuthClient(): AuthClient {
  const client = useContext(AuthContext);
  if (client) return client;
  throw new Error(
    "A Portico hook or component stands outside Auth0Provider. It has no tenant to talk to. Wrap the app in <Auth0Provider domain clientId>.",
  );
}
