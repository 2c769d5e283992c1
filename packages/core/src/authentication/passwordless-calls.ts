import {
  callerOf,
  type AuthenticationContext,
  type ClientCall,
  type SignInCall,
} from "./authentication-context.js";
import { captchaChallenge, type CaptchaChallenge } from "./captcha-challenge.js";
import { passwordlessStart } from "./passwordless-start.js";
import { credentialsGrant } from "./token-grants.js";
import { redeem, type AccessParams, type AnyTokenSet } from "./token-set.js";

interface MessageParams extends SignInCall {
  /** The reader's language for the message, such as `pt-BR`. */
  readonly language?: string | undefined;
  /** The answer to a challenge, and the `state` that the challenge was made for. */
  readonly captcha?: string | undefined;
  readonly captchaState?: string | undefined;
}

/** What `sendEmail` takes. */
export interface SendEmailParams extends MessageParams {
  readonly email: string;
  /** A code to type, or a link to open. */
  readonly send: "code" | "link";
  /** Parameters of the authorization request that a link makes, in Auth0's spelling; sent as they are. */
  readonly authParams?: Readonly<Record<string, unknown>> | undefined;
}

/** What `sendSms` takes. */
export interface SendSmsParams extends MessageParams {
  /** In E.164, such as `+4930901820`. */
  readonly phoneNumber: string;
}

/** What `verify` takes: the code, and exactly one of the addresses that it may have gone to. */
export type PasswordlessVerifyParams = SignInCall &
  AccessParams & {
    /** The digits of the message. */
    readonly otp: string;
  } & (
    | { readonly email: string; readonly phoneNumber?: undefined }
    | { readonly phoneNumber: string; readonly email?: undefined }
  );

/** Sign-in without a password. */
export interface PasswordlessCalls<Tokens extends AnyTokenSet = AnyTokenSet> {
  /** Mails a code or a link: POST /passwordless/start. Throws `invalid_email`, `rate_limited`… */
  sendEmail(params: SendEmailParams): Promise<void>;
  /** Texts a code: POST /passwordless/start. Throws `invalid_phone_number`, `sms_provider_error`… */
  sendSms(params: SendSmsParams): Promise<void>;
  /** Signs in with the code: POST /oauth/token. Throws `invalid_otp`. */
  verify(params: PasswordlessVerifyParams): Promise<Tokens>;
  /** Whether a captcha has to be solved before a message is sent: POST /passwordless/challenge. */
  challenge(params: ClientCall & { readonly state: string }): Promise<CaptchaChallenge>;
}

/** Binds the calls to a client. */
export function passwordlessCalls(context: AuthenticationContext): PasswordlessCalls {
  return {
    async sendEmail({ clientId, forwardedFor, signal, ...message }) {
      const tenant = callerOf(context, { clientId, forwardedFor });
      return passwordlessStart(tenant, { ...message, connection: "email" }, { signal });
    },
    async sendSms({ clientId, forwardedFor, signal, ...message }) {
      const tenant = callerOf(context, { clientId, forwardedFor });
      const text = { ...message, connection: "sms", send: "code" } as const;
      return passwordlessStart(tenant, text, { signal });
    },
    async verify(call) {
      const { email, phoneNumber, otp } = call;
      const address =
        email === undefined
          ? { username: phoneNumber, realm: "sms" }
          : { username: email, realm: "email" };
      return redeem(context, call, (tenant, options) =>
        credentialsGrant(tenant, { ...address, otp }, call, options),
      );
    },
    async challenge(call) {
      return captchaChallenge(callerOf(context, call), "passwordless", call.state, call);
    },
  };
}
