import { authError } from "../errors/auth-error.js";
import { normalizeEmail } from "../identity/destination.js";
import type { CallOptions } from "../transport/deadline.js";
import { assertRunnable, type FlowContext } from "./flow-context.js";
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
  { config, engine }: FlowContext,
  params: ResetPasswordParams,
): Promise<Accepted> {
  assertRunnable();
  if (typeof params.email !== "string") {
    throw new Error(
      "resetPassword was called without an e-mail address. Nothing was sent. Pass { email }.",
    );
  }
  const { connection, organization, captcha, captchaState, signal } = params;
  const email = normalizeEmail(params.email);
  if (!email) throw authError("invalid_email");
  const request = {
    connection: connection ?? config.databaseConnection,
    email,
    organization: organization ?? config.organization,
    captcha,
    captchaState,
  };
  await engine.changePassword(request, { signal });
  return { kind: "accepted", destination: email };
}
