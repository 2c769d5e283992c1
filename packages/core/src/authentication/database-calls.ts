import { callerOf, type AuthenticationContext, type ClientCall } from "./authentication-context.js";
import { captchaChallenge, type CaptchaChallenge, type CaptchaKind } from "./captcha-challenge.js";
import { changePassword, type ChangePasswordRequest } from "./change-password.js";
import { legacyCalls } from "./legacy-calls.js";
import { registerUser, type NewUser, type RegisteredUser } from "./signup.js";

/** What `signup` takes. */
export interface DatabaseSignupParams extends NewUser, ClientCall {
  readonly connection: string;
}

/** What `requestChangePasswordEmail` takes. */
export interface ChangePasswordEmailParams extends ChangePasswordRequest, ClientCall {}

/** What `changePassword` takes. */
export interface ChangePasswordParams extends ChangePasswordEmailParams {
  /**
   * The password that the mailed link sets, on tenants old enough to do so; these may throw `invalid_password`.
   * @deprecated Newer tenants ask for it behind the link. Leave it out.
   */
  readonly password?: string | undefined;
}

/** Users of database connections. */
export interface DatabaseCalls {
  /** Creates a user: POST /dbconnections/signup. Throws `invalid_password`, `invalid_signup`, `user_exists`… */
  signup(params: DatabaseSignupParams): Promise<RegisteredUser>;
  /** Mails a link to set a new password: POST /dbconnections/change_password. Unknown addresses succeed too. */
  changePassword(params: ChangePasswordParams): Promise<void>;
  /** The same, and takes no password. */
  requestChangePasswordEmail(params: ChangePasswordEmailParams): Promise<void>;
  /** Whether a captcha has to be solved before the call of that `kind`: POST …/challenge. */
  challenge(
    params: ClientCall & {
      readonly kind: Exclude<CaptchaKind, "passwordless">;
      /** Of your making; the call that follows sends it as `captchaState`. */
      readonly state: string;
    },
  ): Promise<CaptchaChallenge>;
}

/** Binds the calls to a client. */
export function databaseCalls(context: AuthenticationContext): DatabaseCalls {
  const requestChangePasswordEmail = async (call: ChangePasswordEmailParams) =>
    changePassword(callerOf(context, call), call, call);
  return {
    async signup({ clientId, signal, connection, ...user }) {
      return registerUser(callerOf(context, { clientId }), connection, user, { signal });
    },
    async changePassword({ password, ...call }) {
      if (password === undefined) return requestChangePasswordEmail(call);
      return legacyCalls(context).changePassword({ ...call, password });
    },
    requestChangePasswordEmail,
    async challenge(call) {
      return captchaChallenge(callerOf(context, call), call.kind, call.state, call);
    },
  };
}
