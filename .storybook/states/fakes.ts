import type { AuthError, AuthErrorCode } from "../../packages/react/src/index.js";
import { sampleError } from "./sample-error.js";

/** A call that does not end. */
export function never(): Promise<never> {
  return new Promise(() => {});
}

/** A call that fails. */
export function refuse(code: AuthErrorCode, error: AuthError = sampleError(code)) {
  return (): Promise<never> => Promise.reject(error);
}

/** What an app does where a component offers a way elsewhere; here, nothing. */
export function stay(): void {}
