"use client";

import type { AuthClient, ConnectionLoginParams, Redirecting } from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow } from "./use-flow.js";

/** What `useLoginWithConnection` gives. */
export interface LoginWithConnectionFlow {
  readonly state: FlowState<Redirecting>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly loginWithConnection: (
    params?: ConnectionLoginParams,
  ) => Promise<FlowResult<Redirecting>>;
  readonly reset: () => void;
}

/** Leaves for the tenant's own login page, or a connection's. */
export function useLoginWithConnection(): LoginWithConnectionFlow {
  const { state, run, reset } = useFlow(call);
  return useMemo(() => ({ state, loginWithConnection: run, reset }), [state, run, reset]);
}

function call(client: AuthClient, params: ConnectionLoginParams | undefined): Promise<Redirecting> {
  return client.loginWithConnection(params);
}
