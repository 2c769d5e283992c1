"use client";

import type { User } from "@portico/core";
import { useMemo } from "react";
import { useAuth0 as useOwnAuth0, type Auth0 } from "../session/use-auth0.js";
import { auth0Methods, type Auth0Methods } from "./auth0-methods.js";

/** What `useAuth0` gives: the session at a glance, and the calls of @auth0/auth0-react. */
export interface Auth0ContextInterface<TUser extends User = User>
  extends Omit<Auth0<TUser>, keyof Auth0Methods>, Auth0Methods {}

/**
 * The `useAuth0` of `@portico/react` with the calls of @auth0/auth0-react. The object is the same until something
 * changes, and its functions are always the same. `TUser` may name claims of one's own.
 */
export function useAuth0<TUser extends User = User>(): Auth0ContextInterface<TUser> {
  const auth0 = useOwnAuth0<TUser>();
  return useMemo(() => ({ ...auth0, ...auth0Methods(auth0.client) }), [auth0]);
}
