import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";
import type { AppState } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext, TokenParams } from "./flow-context.js";
import type { Accepted, LoginOutcome } from "./outcome.js";

/** What `passwordless.start` takes: exactly one of e-mail address and phone number. A link needs an address. */
export type PasswordlessStartParams = TokenParams &
  CallOptions & {
    /** The passwordless connection; `email` or `sms` if not given. */
    readonly connection?: string | undefined;
    /** The reader's language for the message, such as `pt-BR`. */
    readonly language?: string | undefined;
    /** The answer to a challenge, and the `state` that the challenge was made for. */
    readonly captcha?: string | undefined;
    readonly captchaState?: string | undefined;
    /** Kept for the way back of a link. */
    readonly appState?: AppState | undefined;
    /** Further parameters for the message and the link, in Auth0's spelling. */
    readonly authParams?: Readonly<Record<string, unknown>> | undefined;
  } & (
    | {
        readonly email: string;
        readonly phoneNumber?: undefined;
        /** A code to type, or a link to open; a code if not given. */
        readonly send?: "code" | "link" | undefined;
      }
    | {
        /** In E.164, such as `+4930901820`. */
        readonly phoneNumber: string;
        readonly email?: undefined;
        readonly send?: "code" | undefined;
      }
  );

/** The message is on its way. */
export interface PasswordlessStarted extends Accepted {
  readonly challenge: PasswordlessChallenge;
}

/** What `passwordless.verify` takes. */
export interface PasswordlessVerifyParams extends TokenParams, CallOptions {
  /** The digits of the message. */
  readonly otp: string;
  /** How the login travels; `in-page` if not given. */
  readonly via?: "in-page" | "redirect" | "otp-grant" | undefined;
  /** Kept for the way back; only a login by redirect has one. */
  readonly appState?: AppState | undefined;
}

/** Login without a password: a code or a link by e-mail, a code by text message. */
export interface Passwordless {
  /** Sends a message: POST /passwordless/start. Throws `invalid_email`, `invalid_phone_number`, `rate_limited`. */
  start(params: PasswordlessStartParams): Promise<PasswordlessStarted>;
  /** Sends it again. Throws `rate_limited`, without a request, before `resendAt`. */
  resend(challenge: PasswordlessChallenge, options?: CallOptions): Promise<PasswordlessStarted>;
  /** Signs in with the code: POST /co/authenticate, or POST /oauth/token for `otp-grant`. Throws `invalid_otp`. */
  verify(challenge: PasswordlessChallenge, params: PasswordlessVerifyParams): Promise<LoginOutcome>;
  /** The message that this tab still waits for an answer to, also after a reload. */
  pending(): PasswordlessChallenge | undefined;
  /** Stops waiting for it. */
  forget(): void;
}

/** STUB */
export function passwordlessFlows(_context: FlowContext): Passwordless {
  throw new Error("stub");
}
