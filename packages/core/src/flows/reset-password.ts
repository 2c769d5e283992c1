import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext } from "./flow-context.js";
import type { Accepted } from "./outcome.js";

/** What `resetPassword` takes. */
export interface ResetPasswordParams extends CallOptions {
  readonly email: string;
  /** The database connection, if another than the configuration's. */
  readonly connection?: string | undefined;
  /** The organization whose branding the message gets, if another than the configuration's. */
  readonly organization?: string | undefined;
  /** The answer to a challenge, and the `state` that the challenge was made for. */
  readonly captcha?: string | undefined;
  readonly captchaState?: string | undefined;
}

/**
 * Mails a link to set a new password: POST /dbconnections/change_password. The outcome is the same for unknown
 * addresses. Throws `rate_limited` and its like.
 */
export async function resetPassword(
  _context: FlowContext,
  _params: ResetPasswordParams,
): Promise<Accepted> {
  throw new Error("stub");
}
