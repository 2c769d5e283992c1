"use client";

import {
  useLoginWithConnection,
  type AppState,
  type AuthError,
  type TokenParams,
} from "@portico/react";
import type { HostedWay } from "../parts/form-progress.js";
import { tellFailure } from "./tell.js";

/** What goes along to the tenant's own page. */
export interface HostedParams extends TokenParams {
  readonly connection?: string | undefined;
  readonly appState?: AppState | undefined;
}

/** The way on by the tenant's own page; `hint` tells, when it is gone, the name to fill in there. */
export function useHostedWay(
  params: HostedParams,
  hint: () => string | undefined,
  onError: ((error: AuthError) => void) | undefined,
): HostedWay & { readonly reset: () => void } {
  const { state, loginWithConnection, reset } = useLoginWithConnection();
  const isPending = state.status === "pending" || state.status === "succeeded";
  const { connection, audience, scope, organization, appState } = params;
  return {
    isPending,
    error: state.status === "failed" ? state.error : undefined,
    reset,
    async leave() {
      if (isPending) return;
      const loginHint = hint() || undefined;
      const asked = { audience, scope, organization };
      const result = await loginWithConnection({ connection, ...asked, appState, loginHint });
      if (result.status === "failed") tellFailure(onError, result.error);
    },
  };
}
