import type { AuthError } from "../errors/auth-error.js";
import type { JsonObject } from "../transport/request.js";

// Beside the error and not in it, so that no log and no screen shows the token.
const refusals = new WeakMap<object, JsonObject>();

/** Keeps what the tenant said when it refused a grant because a second factor is due. */
export function rememberMfaRefusal(error: AuthError, body: JsonObject): void {
  if (error.code === "mfa_required") refusals.set(error, body);
}

/** What the tenant said with an error, not checked yet. */
export function mfaRefusalOf(error: unknown): JsonObject | undefined {
  // Whatever was thrown may be looked up; what is no object is not there.
  return refusals.get(error as object);
}
