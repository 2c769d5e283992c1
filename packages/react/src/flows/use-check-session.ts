"use client";

import type { AuthClient, CheckSessionParams, Authenticated } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow, withSignal } from "./use-flow.js";

/** What `useCheckSession` gives. */
export interface CheckSessionFlow {
  readonly state: FlowState<Authenticated>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly check: (params?: CheckSessionParams) => Promise<FlowResult<Authenticated>>;
  readonly reset: () => void;
}

/** Asks the tenant, unseen, who is signed in there; the session follows the answer. */
export function useCheckSession(): CheckSessionFlow {
  const { state, run, reset } = useFlow(call);
  return useMemo(() => ({ state, check: run, reset }), [state, run, reset]);
}

function call(
  client: AuthClient,
  params: CheckSessionParams | undefined,
  signal: AbortSignal,
): Promise<Authenticated> {
  return client.checkSession(withSignal(params ?? {}, signal));
}
