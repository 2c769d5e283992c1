"use client";

import type { AuthClient, LoginParams, LoginOutcome } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow, withSignal } from "./use-flow.js";

/** What `useLogin` gives. */
export interface LoginFlow {
  readonly state: FlowState<LoginOutcome>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly login: (params: LoginParams) => Promise<FlowResult<LoginOutcome>>;
  readonly reset: () => void;
}

/** Login with a password, for a form of your own. */
export function useLogin(): LoginFlow {
  const { state, run, reset } = useFlow(call);
  return useMemo(() => ({ state, login: run, reset }), [state, run, reset]);
}

function call(client: AuthClient, params: LoginParams, signal: AbortSignal): Promise<LoginOutcome> {
  return client.login(withSignal(params, signal));
}
