"use client";

import type {
  AuthClient,
  Authenticated,
  CallOptions,
  ConnectionLoginParams,
  PopupLoginParams,
  Redirecting,
} from "@portico/core";
import { useMemo } from "react";
import type { FlowResult, FlowState } from "./flow.js";
import { useFlow } from "./use-flow.js";

/** How a login by the tenant's pages can end well: the page is left, or a popup has signed somebody in. */
export type ConnectionLoginOutcome = Redirecting | Authenticated;

/** What `useLoginWithConnection` gives. Its results never reject with an `AuthError`. */
export interface LoginWithConnectionFlow {
  readonly state: FlowState<ConnectionLoginOutcome>;
  /** Leaves for the tenant's login page, or a connection's. */
  readonly loginWithConnection: (
    params?: ConnectionLoginParams,
  ) => Promise<FlowResult<ConnectionLoginOutcome>>;
  /** The same in a window of its own. Call it in the click itself, before any `await`. */
  readonly loginWithPopup: (
    params?: PopupLoginParams,
  ) => Promise<FlowResult<ConnectionLoginOutcome>>;
  readonly reset: () => void;
}

/** Login by the tenant's own pages, or a connection's: by redirect or in a popup. */
export function useLoginWithConnection(): LoginWithConnectionFlow {
  const flow = useFlow(call);
  return useMemo(() => {
    const { state, run, reset } = flow;
    return {
      state,
      loginWithConnection: (params) => run({ ...params, isPopup: false }),
      loginWithPopup: (params) => run({ ...params, isPopup: true }),
      reset,
    };
  }, [flow]);
}

type Input =
  | (ConnectionLoginParams & CallOptions & { readonly isPopup: false })
  | (PopupLoginParams & { readonly isPopup: true });

function call(client: AuthClient, { isPopup, ...params }: Input): Promise<ConnectionLoginOutcome> {
  return isPopup ? client.loginWithPopup(params) : client.loginWithConnection(params);
}
