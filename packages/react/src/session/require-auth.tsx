"use client";

import { parseCallback, type ConnectionLoginParams } from "@portico/core";
import { useEffect, useState, type ReactNode } from "react";
import { listen } from "../flows/listen.js";
import { failure, type RenderFailure } from "./failure.js";
import type { AnonymousState } from "./session-gate.js";
import { useFoundOut } from "./use-found-out.js";
import { useLeaveForLogin, type BeginLogin } from "./use-leave-for-login.js";
import { useSession } from "./use-session.js";

/** What `RequireAuth` takes. */
export interface RequireAuthProps {
  /** For whoever is signed in. */
  readonly children?: ReactNode;
  /** While it is being found out who is signed in, and while the page is being left. */
  readonly fallback?: ReactNode;
  /**
   * What the redirect asks for; by default it comes back to this page. Or how to begin a login in another way, such as
   * on a login page of the app's own; after a sign-out `asked` has a `prompt`.
   */
  readonly login?: ConnectionLoginParams | BeginOwnLogin;
  /**
   * Where it could not be found out who is signed in, or a login came back with a refusal or could not begin. Without
   * it the `AuthError` is thrown to the nearest error boundary.
   */
  readonly failed?: RenderFailure | undefined;
  /** After a sign-out, in the place of a new login; `login` begins one. */
  readonly signedOut?: ReactNode | ((login: () => void) => ReactNode);
}

/** Begins a login for the page at `returnTo`; `asked` is what the redirect would ask for by itself. */
type BeginOwnLogin = (
  returnTo: string,
  asked: Pick<ConnectionLoginParams, "prompt">,
) => Promise<unknown> | void;

/**
 * Shows its children to whoever is signed in; everybody else leaves for the tenant's login, once, and comes back to this
 * page. After a failure it goes nowhere by itself, and neither after a sign-out by this page, which the tenant's logout
 * is about to leave: it shows `signedOut`, or `fallback`. A sign-out elsewhere shows `signedOut` too. Without it the
 * tenant is asked, and has to ask in turn; so it is when the browser brings back a page that has signed out.
 */
export function RequireAuth({ children, ...rest }: RequireAuthProps): ReactNode {
  const state = useSession();
  if (state.status === "authenticated") return children;
  if (state.status === "starting") return rest.fallback;
  return <Anonymous {...rest} state={state} />;
}

interface AnonymousProps extends Omit<RequireAuthProps, "children"> {
  readonly state: AnonymousState;
}

function Anonymous({ state, fallback, login, failed, signedOut }: AnonymousProps): ReactNode {
  const { error, reason } = state;
  const { state: leaving, run } = useLeaveForLogin();
  const [isBack, setBack] = useState(false);
  const isHere = reason === "signed_out";
  const isSignOut = isHere || reason === "signed_out_elsewhere";
  const isOut = isSignOut && (signedOut !== undefined || (isHere && !isBack));
  const isIdle = leaving.status === "idle";
  // What the provider was told to begin with is only shown; nobody leaves for it.
  const isFoundOut = useFoundOut().status === "anonymous";
  const leaves = isFoundOut && isIdle && !error && !isOut;

  // Its logout has left the page, and is not about to leave it any more.
  useEffect(() => listen(window, "pageshow", ({ persisted }) => persisted && setBack(true)), []);

  useEffect(() => {
    // The tenant's own session may still be about to end.
    if (leaves) void run(beginLogin(isSignOut ? { prompt: "login" } : {}, login));
  }, [leaves, isSignOut, login, run]);

  const retry = () => void run(beginLogin({}, login));
  if (leaving.status === "failed") return failure(leaving.error, failed, retry);
  if (isIdle && error) return failure(error, failed, retry);
  if (isIdle && isOut && signedOut !== undefined) {
    return typeof signedOut === "function" ? signedOut(retry) : signedOut;
  }
  return fallback;
}

function beginLogin(
  asked: Pick<ConnectionLoginParams, "prompt">,
  login: RequireAuthProps["login"] = {},
): { readonly begin: BeginLogin } {
  const returnTo = thisPage();
  if (typeof login === "function") return { begin: () => login(returnTo, asked) };
  const params = { ...asked, ...login, appState: { returnTo, ...login.appState } };
  return { begin: (client) => client.loginWithConnection(params) };
}

/** A response that nobody has taken must not be kept for the way back. */
function thisPage(): string {
  const { pathname, search, hash } = window.location;
  return parseCallback().kind === "none" ? pathname + search + hash : pathname;
}
