"use client";

import { useSession, type FlowResult, type FlowState, type SignupOutcome } from "@portico/react";
import { useState } from "react";
import type { CoolDown, Failure, SubmitState } from "../parts/form-progress.js";

/** What `useFormProgress` gives; the failure is the latest one, wherever it is shown. */
export interface CallProgress {
  readonly submit: SubmitState;
  readonly failure: Failure | undefined;
  readonly coolDown: CoolDown | undefined;
}

type FailedCall = Extract<FlowResult<SignupOutcome>, { status: "failed" }>;

const defaultWait = 10_000;

/**
 * Derives what a form shows from the state of its flow. While the flow runs again, its last failure stays, as
 * stale, so that nothing jumps.
 */
export function useFormProgress(state: FlowState<SignupOutcome>): CallProgress {
  const session = useSession();
  const [latest, setLatest] = useState<{ result: FailedCall; attempt: number }>();
  const [endedAttempt, setEndedAttempt] = useState(0);

  if (state.status === "failed" && state !== latest?.result) {
    setLatest({ result: state, attempt: (latest?.attempt ?? 0) + 1 });
  }
  const isStale = state.status === "pending";
  const failure =
    latest && (isStale || state.status === "failed") ? lastFailure(latest) : undefined;
  const coolDown = currentCoolDown();
  return { submit: submitState(), failure, coolDown };

  function lastFailure({ result, attempt }: NonNullable<typeof latest>): Failure {
    return { error: result.error, attempt, isStale };
  }

  function currentCoolDown(): CoolDown | undefined {
    if (failure?.error.code !== "rate_limited" || isStale) return undefined;
    const { attempt, error } = failure;
    const seconds = Math.ceil((error.retryAfter ?? defaultWait) / 1000);
    if (seconds <= 0 || endedAttempt === attempt) return undefined;
    return { seconds, end: () => setEndedAttempt(attempt) };
  }

  function submitState(): SubmitState {
    if (isStale) return "pending";
    if (coolDown) return "waiting";
    if (state.status !== "succeeded") return "ready";
    // A page that is about to be left stays busy; one where somebody has signed out again does not.
    if (state.outcome.kind === "redirecting") return "pending";
    const isSignedIn = session.status === "authenticated";
    return state.outcome.kind === "authenticated" && isSignedIn ? "done" : "ready";
  }
}
