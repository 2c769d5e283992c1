"use client";

import type { ComponentType, ReactNode } from "react";
import { RequireAuth, type RequireAuthProps } from "./require-auth.js";

/** What `withAuthenticationRequired` takes: the properties of `RequireAuth`. */
export type WithAuthenticationRequiredOptions = Omit<RequireAuthProps, "children">;

/** A component inside `RequireAuth`. */
export function withAuthenticationRequired<Props extends object>(
  Component: ComponentType<Props>,
  options: WithAuthenticationRequiredOptions = {},
): ComponentType<Props> {
  function AuthenticationRequired(props: Props): ReactNode {
    return (
      <RequireAuth {...options}>
        <Component {...props} />
      </RequireAuth>
    );
  }
  const name = Component.displayName ?? Component.name;
  AuthenticationRequired.displayName = `withAuthenticationRequired(${name})`;
  return AuthenticationRequired;
}
