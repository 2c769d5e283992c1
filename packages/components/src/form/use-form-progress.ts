"use client";

import { useSession, type SessionState } from "@portico/react";
import { useState } from "react";
import { isAuthProblem, type Problem } from "../i18n/translate.js";
import type { CoolDown, Failure, SubmitState } from "../parts/form-progress.js";

/** How a call goes, as a form needs to know it. */
export type CallState =
  | { readonly status: "idle" | "pending" }
  | { readonly status: "failed"; readonly error: Problem }
  | { readonly status: "succeeded"; readonly outcome: { readonly kind: string } };

/** What `useFormProgress` gives; the failure is the latest one, wherever it is shown. */
export interface CallProgress {
  readonly submit: SubmitState;
  readonly failure: Failure | undefined;
  readonly coolDown: CoolDown | undefined;
}

type FailedCall = Extract<CallState, { status: "failed" }>;

const defaultWait = 10_000;

/**
 * Derives what a form shows from the state of its flow. While the flow runs again, the failure that was shown stays, as
 * stale, so that nothing jumps.
 */
export function useFormProgress(state: CallState): CallProgress {
  const isSignedIn = useSession(isAuthenticated);
  const [latest, setLatest] = useState<{ result?: FailedCall | undefined; attempt: number }>({
    attempt: 0,
  });
  const [endedAttempt, setEndedAttempt] = useState(0);

  const isStale = state.status === "pending";
  const result = state.status === "failed" ? state : isStale ? latest.result : undefined;
  if (result !== latest.result) {
    setLatest({ result, attempt: latest.attempt + (result ? 1 : 0) });
  }
  const failure = result && { problem: result.error, attempt: latest.attempt, isStale };
  const coolDown = currentCoolDown();
  return { submit: submitState(), failure, coolDown };

  function currentCoolDown(): CoolDown | undefined {
    if (!failure || isStale || !isAuthProblem(failure.problem)) return undefined;
    const { code, retryAfter = defaultWait } = failure.problem;
    const seconds = Math.ceil(retryAfter / 1000);
    const { attempt } = failure;
    const isLimited = code === "rate_limited" || code === "too_many_attempts";
    if (!isLimited || seconds <= 0 || endedAttempt === attempt) return undefined;
    return { seconds, end: () => setEndedAttempt(attempt) };
  }

  function submitState(): SubmitState {
    if (isStale) return "pending";
    if (coolDown) return "waiting";
    if (state.status !== "succeeded") return "ready";
    // A page that is about to be left stays busy; one where somebody has signed out again does not.
    if (state.outcome.kind === "redirecting") return "pending";
    return state.outcome.kind === "authenticated" && isSignedIn ? "done" : "ready";
  }
}

/** A form need not hear that there is nobody. */
function isAuthenticated({ status }: SessionState): boolean {
  return status === "authenticated";
}
