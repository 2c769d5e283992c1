"use client";

import type { AuthError, FlowState } from "@portico/react";
import { useState } from "react";
import { placeError } from "./place-error.js";

/** The failure of a form's latest call. */
export interface Failure {
  readonly error: AuthError;
  /** Counts the failures, so that the same one twice can be told apart. */
  readonly attempt: number;
  /** Whether a further call is under way: the failure keeps its place and is not shown. */
  readonly isStale: boolean;
}

/** The failure that a flow ended with; kept, as stale, while the flow runs again, so that nothing jumps. */
export function useFailure(state: FlowState<unknown>): Failure | undefined {
  const [latest, setLatest] = useState<Omit<Failure, "isStale">>();
  const error = state.status === "failed" ? state.error : undefined;
  if (error && error !== latest?.error) {
    setLatest({ error, attempt: (latest?.attempt ?? 0) + 1 });
  }
  const isStale = state.status === "pending";
  if (!latest || (!error && !isStale) || placeError(latest.error.code) === "nowhere") {
    return undefined;
  }
  return { ...latest, isStale };
}
