"use client";

import { useCallback, useState } from "react";
import type { Failure } from "./use-failure.js";

/** A wait that the tenant asked for. */
export interface CoolDown {
  readonly seconds: number;
  /** Which wait this is. */
  readonly attempt: number;
  /** Has to be called when the seconds are over. */
  readonly end: () => void;
}

const defaultWait = 10_000;

/** The wait after `rate_limited`, until it is over. */
export function useCoolDown(failure: Failure | undefined): CoolDown | undefined {
  const [endedAttempt, setEndedAttempt] = useState(0);
  const attempt = failure?.attempt ?? 0;
  const end = useCallback(() => setEndedAttempt(attempt), [attempt]);
  if (failure?.error.code !== "rate_limited" || failure.isStale) return undefined;
  const seconds = Math.ceil((failure.error.retryAfter ?? defaultWait) / 1000);
  return seconds > 0 && endedAttempt !== attempt ? { seconds, attempt, end } : undefined;
}
