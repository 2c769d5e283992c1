"use client";

import type { SignupParams, SignupOutcome } from "@portico/core";
import type { FlowResult, FlowState } from "./flow.js";
import { useNamedFlow } from "./use-named-flow.js";

/** What `useSignup` gives. */
export interface SignupFlow {
  readonly state: FlowState<SignupOutcome>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly signup: (params: SignupParams) => Promise<FlowResult<SignupOutcome>>;
  readonly reset: () => void;
}

/** Sign-up, for a form of your own. */
export function useSignup(): SignupFlow {
  return useNamedFlow("signup");
}
