import { authError } from "../errors/auth-error.js";
import type { TokenDefect } from "../errors/error-details.js";

/** Ends the verification of an ID token. `skew`: seconds that the device's clock is behind, where that is why. */
export function refuse(reason: TokenDefect, skew?: number): never {
  throw authError("invalid_token", { reason, ...(skew !== undefined && { skew }) });
}
