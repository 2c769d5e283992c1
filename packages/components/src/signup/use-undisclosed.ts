"use client";

import type { Accepted, FlowResult, FlowState, SignupOutcome } from "@portico/react";
import { useState } from "react";

/** A sign-up that does not tell whether an address has an account already. */
export interface Undisclosed {
  readonly state: FlowState<SignupOutcome>;
  /** Whether a refusal is hidden. */
  readonly isHidden: boolean;
  /** Ends a call as if the account had been created, where all that speaks against it is that there is one. */
  readonly hide: (
    call: Promise<FlowResult<SignupOutcome>>,
    email: string,
  ) => Promise<FlowResult<SignupOutcome>>;
}

/** Hides the refusals that would tell who has an account, unless `isDisclosed`. */
export function useUndisclosed(state: FlowState<SignupOutcome>, isDisclosed: boolean): Undisclosed {
  const [hidden, setHidden] = useState<FlowResult<Accepted>>();
  const isHidden = !isDisclosed && isTelling(state);
  return {
    state: isHidden ? (hidden ?? pending) : state,
    isHidden,
    async hide(call, email) {
      const result = await call;
      if (isDisclosed || !isTelling(result)) return result;
      const outcome: Accepted = { kind: "accepted", destination: email };
      const succeeded = { status: "succeeded", outcome } as const;
      setHidden(succeeded);
      return succeeded;
    },
  };
}

const pending = { status: "pending" } as const;

function isTelling(state: FlowState<SignupOutcome>): boolean {
  if (state.status !== "failed") return false;
  return state.error.code === "user_exists" || state.error.code === "invalid_signup";
}
