"use client";

import type { Anonymous, AuthClient, LogoutParams, Redirecting } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow } from "./use-flow.js";

/** What `useLogout` gives. */
export interface LogoutFlow {
  readonly state: FlowState<Redirecting | Anonymous>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly logout: (params?: LogoutParams) => Promise<FlowResult<Redirecting | Anonymous>>;
  readonly reset: () => void;
}

/** Ends the session in every tab and at the tenant. */
export function useLogout(): LogoutFlow {
  const { state, run, reset } = useFlow(call);
  return useMemo(() => ({ state, logout: run, reset }), [state, run, reset]);
}

function call(
  client: AuthClient,
  params: LogoutParams | undefined,
): Promise<Redirecting | Anonymous> {
  return client.logout(params);
}
