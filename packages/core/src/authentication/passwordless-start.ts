import { authError } from "../errors/auth-error.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** Whom to send a code or a link. */
export type PasswordlessStartRequest = {
  /** The passwordless connection; at Auth0 `email` or `sms`. */
  readonly connection: string;
  readonly send: "code" | "link";
  /** The reader's language for the message, such as `pt-BR`. */
  readonly language?: string | undefined;
  /** The answer to a challenge, and the `state` that the challenge was made for. */
  readonly captcha?: string | undefined;
  readonly captchaState?: string | undefined;
  /** Parameters of the authorization request that a link leads to, in Auth0's spelling. */
  readonly authParams?: Readonly<Record<string, unknown>> | undefined;
} & (
  | { readonly email: string; readonly phoneNumber?: undefined }
  | { readonly phoneNumber: string; readonly email?: undefined }
);

/** Sends a one-time code or a link: POST /passwordless/start. Throws `invalid_email`, `invalid_phone_number`… */
export async function passwordlessStart(
  tenant: Tenant,
  start: PasswordlessStartRequest,
  options: CallOptions,
): Promise<void> {
  const { authParams, captchaState } = start;
  const body = await request({
    url: `${tenant.origin}/passwordless/start`,
    endpoint: "passwordless",
    deadline: tenant.requestDeadline,
    signal: options.signal,
    language: start.language,
    forwardedFor: tenant.forwardedFor,
    json: {
      client_id: tenant.clientId,
      client_secret: tenant.clientSecret,
      connection: start.connection,
      send: start.send,
      email: start.email,
      phone_number: start.phoneNumber,
      // The tenant allows no `state` beside it.
      authParams: captchaState ? { ...authParams, state: captchaState } : authParams,
      captcha: start.captcha,
    },
  });
  if (typeof body["email"] !== "string" && typeof body["phone_number"] !== "string") {
    throw authError("invalid_response");
  }
}
