import { authError, type AuthError } from "./auth-error.js";

/** No answer came; whether the browser believes itself online is told along. */
export function networkError(more: { readonly reload?: true } = {}): AuthError<"network"> {
  return authError("network", { online: globalThis.navigator?.onLine ?? true, ...more });
}
