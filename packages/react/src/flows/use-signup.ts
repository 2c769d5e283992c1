"use client";

import type { AuthClient, SignupParams, SignupOutcome } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow, withSignal } from "./use-flow.js";

/** What `useSignup` gives. */
export interface SignupFlow {
  readonly state: FlowState<SignupOutcome>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly signup: (params: SignupParams) => Promise<FlowResult<SignupOutcome>>;
  readonly reset: () => void;
}

/** Sign-up, for a form of your own. */
export function useSignup(): SignupFlow {
  const { state, run, reset } = useFlow(call);
  return useMemo(() => ({ state, signup: run, reset }), [state, run, reset]);
}

function call(
  client: AuthClient,
  params: SignupParams,
  signal: AbortSignal,
): Promise<SignupOutcome> {
  return client.signup(withSignal(params, signal));
}
