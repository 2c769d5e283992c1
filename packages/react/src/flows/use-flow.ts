"use client";

import type { AuthClient } from "@portico/core";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { createFlow, type FlowResult, type FlowState } from "./flow.js";

/** What every flow hook is made of. */
export interface FlowBinding<Input, Outcome> {
  readonly state: FlowState<Outcome>;
  /** Starts a call, or joins the one under way. */
  readonly run: (input: Input) => Promise<FlowResult<Outcome>>;
  /** Back to `idle`; a call under way is aborted. */
  readonly reset: () => void;
}

/**
 * Binds one of the client's calls to a component: its state, one call at a time, aborted on unmount. `call` has
 * to be the same function at every render.
 */
export function useFlow<Input, Outcome>(
  call: (client: AuthClient, input: Input, signal: AbortSignal) => Promise<Outcome>,
): FlowBinding<Input, Outcome> {
  const client = useAuthClient();
  const flow = useMemo(
    () => createFlow((input: Input, signal) => call(client, input, signal)),
    [client, call],
  );
  useEffect(() => flow.reset, [flow]);
  useEffect(() => {
    // A page that the browser brings back from its cache has not left after all.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && flow.reset();
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [flow]);

  const state = useSyncExternalStore(flow.subscribe, flow.get, flow.get);
  return useMemo(() => ({ state, run: flow.run, reset: flow.reset }), [state, flow]);
}

/** The caller's parameters with a signal that either side can raise. */
export function withSignal<Params extends { readonly signal?: AbortSignal | undefined }>(
  params: Params,
  signal: AbortSignal,
): Params {
  const own = params.signal;
  return { ...params, signal: own ? AbortSignal.any([own, signal]) : signal };
}
