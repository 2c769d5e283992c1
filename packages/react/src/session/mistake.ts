import { isAuthError } from "@portico/core";
import type { FlowState } from "../flows/flow.js";

/** A developer's mistake as an outcome. A component throws it when it renders, where a boundary can catch it. */
export interface Mistake {
  readonly kind: "mistake";
  readonly mistake: unknown;
}

/** Takes a developer's mistake for an outcome, and throws an `AuthError` again. */
export function caught(error: unknown): Mistake {
  if (isAuthError(error)) throw error;
  return { kind: "mistake", mistake: error };
}

/** Throws the mistake that a flow ended with, if it did. */
export function throwMistake(state: FlowState<Mistake | { readonly kind: string }>): void {
  if (state.status === "succeeded" && "mistake" in state.outcome) throw state.outcome.mistake;
}
