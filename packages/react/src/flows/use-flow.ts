"use client";

import type { AuthClient, CallOptions } from "@portico/core";
import { useEffect, useMemo } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import { createFlow, type FlowResult, type FlowState } from "./flow.js";
import { listen } from "./listen.js";
import { useStore } from "./use-store.js";

/** What every flow hook is made of. */
export interface FlowBinding<Input, Outcome> {
  readonly state: FlowState<Outcome>;
  /** The state at this moment, which the last render may not have seen yet. */
  readonly get: () => FlowState<Outcome>;
  /** The outcome of the last call that succeeded, during the next one and after its failure too; none in `idle`. */
  readonly latest: Outcome | undefined;
  /** Starts a call, or joins the one under way. Where nothing in the input is needed, it may be left out. */
  readonly run: (input?: Input) => Promise<FlowResult<Outcome>>;
  /** Back to `idle`; a call under way is aborted. */
  readonly reset: () => void;
}

/**
 * Binds one of the client's calls to a component: its state, one call at a time, aborted on unmount. `call` has
 * to be the same function at every render; another one begins anew, and so does something else that it is `about`.
 */
export function useFlow<Input extends CallOptions, Outcome>(
  call: (client: AuthClient, input: Input) => Promise<Outcome>,
): FlowBinding<Input, Outcome>;
export function useFlow<Input extends CallOptions, Outcome, About>(
  call: (client: AuthClient, input: Input, about: About) => Promise<Outcome>,
  about: About,
): FlowBinding<Input, Outcome>;
export function useFlow<Input extends CallOptions, Outcome>(
  call: (client: AuthClient, input: Input, about?: unknown) => Promise<Outcome>,
  about?: unknown,
): FlowBinding<Input, Outcome> {
  const client = useAuthClient();
  const flow = useMemo(
    () => createFlow((input: Input) => call(client, input, about)),
    [client, call, about],
  );
  useEffect(() => {
    // A page that the browser brings back from its cache has not left after all.
    const stop = listen(window, "pageshow", ({ persisted }) => persisted && flow.reset());
    return () => {
      stop();
      flow.reset();
    };
  }, [flow]);

  const state = useStore(flow);
  return useMemo(() => ({ ...flow, state, latest: flow.latest() }), [state, flow]);
}
