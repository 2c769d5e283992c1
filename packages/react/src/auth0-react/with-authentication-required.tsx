"use client";

import type { ComponentType, ReactElement, ReactNode } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { RequireAuth, type RequireAuthProps } from "../session/require-auth.js";
import { auth0Methods } from "./auth0-methods.js";
import type { RedirectLoginOptions } from "./auth0-options.js";

/** What `withAuthenticationRequired` takes. */
export interface WithAuthenticationRequiredOptions extends Pick<
  RequireAuthProps,
  "failed" | "signedOut"
> {
  /** Where the browser comes back to; this page if not given. */
  readonly returnTo?: string | (() => string) | undefined;
  /** What is shown until somebody is signed in. */
  readonly onRedirecting?: (() => ReactElement) | undefined;
  /** What `useAuth0().loginWithRedirect` takes. */
  readonly loginOptions?: RedirectLoginOptions | undefined;
  /** Called before the page is left, which waits for its end. */
  readonly onBeforeAuthentication?: (() => Promise<void> | void) | undefined;
}

/** A component inside `RequireAuth`, with the options of @auth0/auth0-react. */
export function withAuthenticationRequired<Props extends object>(
  Component: ComponentType<Props>,
  options: WithAuthenticationRequiredOptions = {},
): ComponentType<Props> {
  const { returnTo, onRedirecting: Redirecting, loginOptions, onBeforeAuthentication } = options;
  const { failed, signedOut } = options;

  function AuthenticationRequired(props: Props): ReactNode {
    const { loginWithRedirect } = auth0Methods(useAuthClient());
    const login: RequireAuthProps["login"] = async (thisPage, asked) => {
      await onBeforeAuthentication?.();
      const target = typeof returnTo === "function" ? returnTo() : returnTo;
      const appState = { ...loginOptions?.appState, returnTo: target ?? thisPage };
      await loginWithRedirect({ ...asked, ...loginOptions, appState });
    };
    return (
      <RequireAuth
        fallback={Redirecting && <Redirecting />}
        login={login}
        failed={failed}
        signedOut={signedOut}
      >
        <Component {...props} />
      </RequireAuth>
    );
  }
  const name = Component.displayName ?? Component.name;
  AuthenticationRequired.displayName = `withAuthenticationRequired(${name})`;
  return AuthenticationRequired;
}
