import { isAuthError } from "../errors/auth-error.js";
import type { AuthErrorCode } from "../errors/error-details.js";

/** The code that a probe is refused with, or undefined where it succeeds. Throws `aborted` and programming mistakes. */
export async function refusalOf(probe: Promise<unknown>): Promise<AuthErrorCode | undefined> {
  try {
    await probe;
    return undefined;
  } catch (error) {
    if (!isAuthError(error) || error.code === "aborted") throw error;
    return error.code;
  }
}
