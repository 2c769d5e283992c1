import { askedFor, assertRunnable, type FlowContext } from "./flow-context.js";
import { databaseLogin, type DatabaseLoginParams } from "./database-login.js";
import type { LoginOutcome } from "./outcome.js";

/** What `login` takes: exactly one of e-mail address and user name, and the password. */
export type LoginParams = DatabaseLoginParams & {
  /** Sent as it is, never kept. */
  readonly password: string;
} & (
    | { readonly email: string; readonly username?: undefined }
    | { readonly username: string; readonly email?: undefined }
  );

/**
 * Signs in a user of a database connection: POST /co/authenticate, or POST /oauth/token for `password-realm`.
 * Throws `invalid_credentials`, `third_party_cookies_blocked` and their like.
 */
export async function login(context: FlowContext, params: LoginParams): Promise<LoginOutcome> {
  assertRunnable();
  const { password, connection } = params;
  const username = (params.email ?? params.username)?.trim();
  if (!username || typeof password !== "string") {
    throw new Error(
      "login was called without an e-mail address or user name, or without a password. Nothing was sent. Pass { email, password }.",
    );
  }
  const realm = connection ?? context.config.databaseConnection;
  return databaseLogin(context, { username, password, realm }, askedFor(context, params), params);
}
