"use client";

import type { ComponentType, ReactNode } from "react";
import { useAuth0, type Auth0ContextInterface } from "./use-auth0.js";

/** What a component of `withAuth0` is given. */
export interface WithAuth0Props {
  readonly auth0: Auth0ContextInterface;
}

/** Gives a component what `useAuth0` gives, as the property `auth0`: for classes, which have no hooks. */
export function withAuth0<Props extends WithAuth0Props>(
  Component: ComponentType<Props>,
): ComponentType<Omit<Props, keyof WithAuth0Props>> {
  return function WithAuth0(props): ReactNode {
    return <Component {...(props as Props)} auth0={useAuth0()} />;
  };
}
