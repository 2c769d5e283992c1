"use client";

import {
  safeReturnTo,
  type AuthClient,
  type Authenticated,
  type AuthError,
  type AuthErrorCode,
  type CallOptions,
  type ConnectionLoginParams,
  type NoCallback,
  type SessionState,
  type StartOptions,
} from "@portico/core";
import { useEffect, type ReactNode } from "react";
import type { FlowState } from "../flows/flow.js";
import { useFlow } from "../flows/use-flow.js";
import { useAuthContext } from "../provider/auth-context.js";
import { failure, type RenderFailure } from "./failure.js";
import { caught, throwMistake, type Mistake } from "./mistake.js";
import { useFoundOut } from "./use-found-out.js";
import { useLeaveForLogin } from "./use-leave-for-login.js";

/** What `AuthCallback` takes. */
export interface AuthCallbackProps {
  /** When the response is redeemed, and where there was none. */
  readonly children?: ReactNode;
  /** Until then, and while `retry` leaves the page. */
  readonly fallback?: ReactNode;
  /** Where nobody was signed in. Without it the `AuthError` is thrown to the nearest error boundary. */
  readonly failed?: RenderFailure | undefined;
  /**
   * With the provider's `skipRedirectCallback`: called once, when the session stands, with who is signed in. By default
   * the address becomes `appState.returnTo`, without loading a page, and listeners of `popstate`, such as routers, are
   * told. Without `skipRedirectCallback` the provider's `onRedirectCallback` is called in its place.
   */
  readonly onAuthenticated?: StartOptions["onRedirectCallback"];
  /** What the redirect of `retry` asks for. */
  readonly login?: ConnectionLoginParams | undefined;
}

/**
 * The page at `redirectUri`. It shows how the response fared that the provider takes, and redeems it itself where the
 * provider was told to leave it alone. Not to be put inside `RequireAuth`.
 */
export function AuthCallback(props: AuthCallbackProps): ReactNode {
  const { children, fallback, failed, onAuthenticated = goTo, login } = props;
  const { skipRedirectCallback } = useAuthContext();
  const session = useFoundOut();
  const { state: redeemed, run } = useFlow(redeem);
  const { state: leaving, run: leave } = useLeaveForLogin();
  throwMistake(redeemed);

  const { status } = redeemed;
  useEffect(() => {
    if (skipRedirectCallback && status === "idle") void run();
  }, [skipRedirectCallback, status, run]);

  const outcome = redeemed.status === "succeeded" ? redeemed.outcome : undefined;
  useEffect(() => {
    if (outcome?.kind !== "authenticated" || told.has(outcome)) return;
    told.add(outcome);
    onAuthenticated(outcome.appState, outcome.session.user);
  }, [outcome, onAuthenticated]);

  const retry = () => void leave({ begin: (client) => client.loginWithConnection(login) });
  const isOpen = skipRedirectCallback && (status === "idle" || status === "pending");
  const isLeaving = leaving.status === "pending" || leaving.status === "succeeded";
  if (isOpen || isLeaving || session.status === "starting") return fallback;
  const error = errorOf(leaving) ?? refusalOf(redeemed, session);
  return error ? failure(error, failed, retry) : children;
}

/** The sign-ins that the app knows of. */
const told = new WeakSet<Authenticated>();

function errorOf(state: FlowState<unknown>): AuthError | undefined {
  return state.status === "failed" ? state.error : undefined;
}

/** Why nobody was signed in. A response that comes a second time says nothing against whoever is. */
function refusalOf(redeemed: FlowState<Redeemed>, session: SessionState): AuthError | undefined {
  const error = errorOf(redeemed);
  if (session.status === "anonymous") return error ?? session.error;
  return error && !wasRepeated.has(error.code) ? error : undefined;
}

const wasRepeated: ReadonlySet<AuthErrorCode> = new Set<AuthErrorCode>([
  "transaction_lost",
  "transaction_expired",
  "unsolicited",
]);

type Redeemed = Authenticated | NoCallback | Mistake;

function redeem(client: AuthClient, options: CallOptions): Promise<Redeemed> {
  return client.completeCallback(options).catch(caught);
}

const goTo: NonNullable<StartOptions["onRedirectCallback"]> = (appState) => {
  if (!appState?.returnTo) return;
  const { state } = window.history;
  window.history.replaceState(state, "", safeReturnTo(appState.returnTo));
  window.dispatchEvent(new PopStateEvent("popstate", { state }));
};
