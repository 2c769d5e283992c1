"use client";

import type { Accepted, ResetPasswordParams } from "@portico/core";
import type { FlowResult, FlowState } from "./flow.js";
import { useNamedFlow } from "./use-named-flow.js";

/** What `useResetPassword` gives. */
export interface ResetPasswordFlow {
  readonly state: FlowState<Accepted>;
  /** Resolves the result; it never rejects with an `AuthError`. */
  readonly resetPassword: (params: ResetPasswordParams) => Promise<FlowResult<Accepted>>;
  readonly reset: () => void;
}

/** Mails a link to set a new password; the outcome does not tell whether there is such a user. */
export function useResetPassword(): ResetPasswordFlow {
  return useNamedFlow("resetPassword");
}
