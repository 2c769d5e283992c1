"use client";

import type { Anonymous, LogoutParams, Redirecting } from "@portico/core";
import type { FlowResult, FlowState } from "./flow.js";
import { useNamedFlow } from "./use-named-flow.js";

/** What `useLogout` gives. */
export interface LogoutFlow {
  readonly state: FlowState<Redirecting | Anonymous>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly logout: (params?: LogoutParams) => Promise<FlowResult<Redirecting | Anonymous>>;
  readonly reset: () => void;
}

/** Ends the session in every tab and at the tenant. */
export function useLogout(): LogoutFlow {
  return useNamedFlow("logout");
}
