import type { NewUser } from "../authentication/signup.js";
import { isAuthError } from "../errors/auth-error.js";
import { askedFor, assertRunnable, watchSignOut, type FlowContext } from "./flow-context.js";
import { databaseLogin, type DatabaseLoginParams } from "./database-login.js";
import type { Accepted, LoginOutcome } from "./outcome.js";

/** What `signup` takes. */
export interface SignupParams extends DatabaseLoginParams, NewUser {
  /** Whether to sign in at once; true if not given. */
  readonly signIn?: boolean | undefined;
}

/** How a sign-up can end well. `accepted` means that the account is there and nobody is signed in. */
export type SignupOutcome = LoginOutcome | Accepted;

/**
 * Creates a database user and signs in: POST /dbconnections/signup, then as `login`. The request to create is
 * sent once. Throws `invalid_password`, `invalid_signup` and their like.
 */
export async function signup(context: FlowContext, params: SignupParams): Promise<SignupOutcome> {
  assertRunnable();
  const { password, signal, signIn = true } = params;
  if (!params.email?.trim() || typeof password !== "string") {
    throw new Error(
      "signup was called without an e-mail address or without a password. Nothing was sent. Pass { email, password }.",
    );
  }
  const realm = params.connection ?? context.config.databaseConnection;
  const email = params.email.trim();
  const username = params.username?.trim();
  const assertStillWanted = watchSignOut(context);
  await context.engine.signup(realm, { ...params, email, username }, { signal });
  if (!signIn) return { kind: "accepted", destination: email };
  const credentials = { username: email, password, realm };
  try {
    assertStillWanted();
    return await databaseLogin(context, credentials, askedFor(context, params), params);
  } catch (error) {
    // The account is there, so this is no failure of the sign-up.
    if (!isAuthError(error)) throw error;
    return { kind: "accepted", destination: email, signInError: error };
  }
}
