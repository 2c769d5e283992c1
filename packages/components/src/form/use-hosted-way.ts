"use client";

import {
  useLoginWithConnection,
  type AppState,
  type AuthError,
  type LoginWithConnectionFlow,
} from "@portico/react";
import type { HostedWay } from "../parts/form-progress.js";
import type { InvitedParams } from "./invited.js";
import type { SignInEvents } from "./sign-in-events.js";
import { tell, tellFailure } from "./tell.js";

/** What goes along to the tenant's own page. */
export interface HostedParams extends InvitedParams {
  readonly connection?: string | undefined;
  readonly appState?: AppState | undefined;
}

/** The tenant's own page, to be left for. */
export interface Leaving {
  readonly state: LoginWithConnectionFlow["state"];
  /** Leaves the page; the tenant's has `loginHint` filled in. Resolves why it could not be left. */
  readonly leaveWith: (loginHint: string | undefined) => Promise<AuthError | undefined>;
  readonly reset: () => void;
}

/** Leaves for the tenant's own page. */
export function useLeaving(
  params: HostedParams,
  { onSuccess, onError }: Pick<SignInEvents, "onSuccess" | "onError">,
): Leaving {
  const { state, loginWithConnection, reset } = useLoginWithConnection();
  const { connection, audience, scope, organization, invitation, appState } = params;
  return {
    state,
    reset,
    async leaveWith(hint) {
      if (isUnderWay(state)) return undefined;
      const loginHint = hint || undefined;
      const asked = { audience, scope, organization, invitation };
      const result = await loginWithConnection({ connection, ...asked, appState, loginHint });
      if (result.status === "succeeded") {
        tell(onSuccess, result.outcome);
        return undefined;
      }
      tellFailure(onError, result.error);
      return result.error;
    },
  };
}

/** The way on by the tenant's own page; `hint` tells, when it is gone, the name to fill in there. */
export function hostedWay(
  { state, leaveWith }: Leaving,
  hint: () => string | undefined,
): HostedWay {
  return {
    isPending: isUnderWay(state),
    error: state.status === "failed" ? state.error : undefined,
    leave: () => void leaveWith(hint()),
  };
}

function isUnderWay({ status }: Leaving["state"]): boolean {
  return status === "pending" || status === "succeeded";
}
