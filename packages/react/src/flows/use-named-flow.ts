"use client";

import type { AuthClient, CallOptions } from "@portico/core";
import { useCallback, useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow } from "./use-flow.js";

/** The client's calls whose flow has the same name. */
type Name = "login" | "logout" | "reauthenticate" | "resetPassword" | "signup";
type Params<N extends Name> = CallOptions & Parameters<AuthClient[N]>[0];
type Outcome<N extends Name> = Awaited<ReturnType<AuthClient[N]>>;
type Calls = { readonly [N in Name]: (params: Params<N>) => Promise<Outcome<N>> };

/** One of the client's calls as a flow of one step. */
type NamedFlow<N extends Name> = {
  readonly [Action in N]: (...params: Parameters<AuthClient[N]>) => Promise<FlowResult<Outcome<N>>>;
} & {
  readonly state: FlowState<Outcome<N>>;
  readonly reset: () => void;
};

/** Binds the call of this name to a component, under the same name. */
export function useNamedFlow<N extends Name>(name: N): NamedFlow<N> {
  const call = useCallback((client: Calls, params: Params<N>) => client[name](params), [name]);
  const flow = useFlow(call);
  return useMemo(() => {
    const { state, run, reset } = flow;
    return { state, [name]: run, reset } as NamedFlow<N>;
  }, [flow, name]);
}
