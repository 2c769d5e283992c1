"use client";

import type { LoginParams, LoginOutcome } from "@portico/core";
import type { FlowResult, FlowState } from "./flow.js";
import { useNamedFlow } from "./use-named-flow.js";

/** What `useLogin` gives. */
export interface LoginFlow {
  readonly state: FlowState<LoginOutcome>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly login: (params: LoginParams) => Promise<FlowResult<LoginOutcome>>;
  readonly reset: () => void;
}

/** Login with a password, for a form of your own. */
export function useLogin(): LoginFlow {
  return useNamedFlow("login");
}
