import type { AuthError } from "@portico/react";

/**
 * Tells the app. What it throws is its own to hear of, and stops nothing here: a password has to be emptied all the
 * same, and a failure to be shown.
 */
export function tell<Told>(listener: ((told: Told) => void) | undefined, told: Told): void {
  try {
    listener?.(told);
  } catch (error) {
    reportError(error);
  }
}

/** Tells the app of a failure, unless the call was given up. */
export function tellFailure(
  listener: ((error: AuthError) => void) | undefined,
  error: AuthError,
): void {
  if (error.code !== "aborted") tell(listener, error);
}
