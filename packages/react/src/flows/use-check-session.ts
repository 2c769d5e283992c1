"use client";

import type { AuthClient, Authenticated, CheckSessionParams } from "@portico/core";
import { useEffect, useMemo } from "react";
import { useAuthClient } from "../provider/auth-context.js";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow } from "./use-flow.js";
import { useUnaskedCall } from "./use-unasked-call.js";

/** What `useCheckSession` takes; all of it optional. */
export interface CheckSessionOptions {
  /**
   * Seconds between two looks at the tenant while this is mounted, 900 or more; it never looks by itself if not given.
   * A smaller interval throws an `Error` as soon as this is mounted.
   */
  readonly pollInterval?: number | undefined;
  /** Whether to ask once as soon as this is mounted; false if not given. */
  readonly onMount?: boolean | undefined;
  /** Whether the two above hold; true if not given. `check` works either way. */
  readonly enabled?: boolean | undefined;
}

/** What `useCheckSession` gives. */
export interface CheckSessionFlow {
  /** What `check` is doing; a look from time to time shows in the session alone. */
  readonly state: FlowState<Authenticated>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly check: (params?: CheckSessionParams) => Promise<FlowResult<Authenticated>>;
  readonly reset: () => void;
}

/**
 * Asks the tenant, unseen, who is signed in there; the session follows the answer. With a `pollInterval` a sign-out in
 * another app of the tenant ends the session here.
 */
export function useCheckSession({
  pollInterval,
  onMount = false,
  enabled = true,
}: CheckSessionOptions = {}): CheckSessionFlow {
  const client = useAuthClient();
  const flow = useFlow(call);
  useUnaskedCall(enabled && onMount, flow.run);
  useEffect(() => {
    if (!enabled || pollInterval === undefined) return undefined;
    return client.watchSession({ interval: pollInterval });
  }, [client, enabled, pollInterval]);
  return useMemo(() => {
    const { state, run, reset } = flow;
    return { state, check: run, reset };
  }, [flow]);
}

function call(client: AuthClient, params: CheckSessionParams): Promise<Authenticated> {
  return client.checkSession(params);
}
