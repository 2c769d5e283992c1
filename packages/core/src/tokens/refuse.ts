import { authError } from "../errors/auth-error.js";
import type { TokenDefect } from "../errors/error-details.js";

/** Ends the verification of an ID token. */
export function refuse(reason: TokenDefect): never {
  throw authError("invalid_token", { reason });
}
