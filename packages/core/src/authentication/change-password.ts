import { signupRefusal } from "../errors/signup-refusal.js";
import type { CallOptions } from "../transport/deadline.js";
import { requestSentence } from "../transport/request-sentence.js";
import type { Tenant } from "./tenant.js";

/** Who asks for a new password. */
export interface ChangePasswordRequest {
  readonly connection: string;
  readonly email: string;
  /** The organization whose branding and texts the message gets. */
  readonly organization?: string | undefined;
  /** The answer to a challenge, and the `state` that the challenge was made for. */
  readonly captcha?: string | undefined;
  readonly captchaState?: string | undefined;
}

/**
 * Mails a link to set a new password: POST /dbconnections/change_password. It succeeds for unknown addresses too,
 * with a sentence that nobody has to read. A `password` is what the link sets, on tenants old enough to do so.
 */
export function changePassword(
  tenant: Tenant,
  { connection, email, organization, captcha, captchaState }: ChangePasswordRequest,
  { signal }: CallOptions,
  password?: string,
): Promise<void> {
  return requestSentence({
    url: `${tenant.origin}/dbconnections/change_password`,
    endpoint: "change_password",
    ...(password !== undefined && { readRefusal: signupRefusal }),
    deadline: tenant.requestDeadline,
    signal,
    json: {
      client_id: tenant.clientId,
      connection,
      email,
      password,
      organization,
      captcha,
      state: captchaState,
    },
  });
}
