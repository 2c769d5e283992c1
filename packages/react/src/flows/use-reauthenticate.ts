"use client";

import type { LoginOutcome, ReauthenticateParams } from "@portico/core";
import type { FlowResult, FlowState } from "./flow.js";
import { useNamedFlow } from "./use-named-flow.js";

/** What `useReauthenticate` gives. */
export interface ReauthenticateFlow {
  readonly state: FlowState<LoginOutcome>;
  /**
   * Resolves the result; it never rejects with an `AuthError`. With `via: "popup"` call it in the click itself, before
   * any `await`.
   */
  readonly reauthenticate: (params: ReauthenticateParams) => Promise<FlowResult<LoginOutcome>>;
  readonly reset: () => void;
}

/** Has the user of the session prove themselves again, before something that needs a fresh proof. */
export function useReauthenticate(): ReauthenticateFlow {
  return useNamedFlow("reauthenticate");
}
