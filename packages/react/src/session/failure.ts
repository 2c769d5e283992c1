import type { AuthError } from "@portico/core";
import type { ReactNode } from "react";

/** What a reader sees of a failure; `retry` begins a login. */
export type RenderFailure = (error: AuthError, retry: () => void) => ReactNode;

/** Shows a failure, or throws it to the nearest error boundary where there is nothing to show it with. */
export function failure(
  error: AuthError,
  failed: RenderFailure | undefined,
  retry: () => void,
): ReactNode {
  if (!failed) throw error;
  return failed(error, retry);
}
