import type { NewUser } from "../authentication/signup.js";
import { authError, isAuthError } from "../errors/auth-error.js";
import { normalizeEmail, normalizePhoneNumber } from "../identity/destination.js";
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
  if (typeof params.email !== "string" || typeof password !== "string") {
    throw new Error(
      "signup was called without an e-mail address or without a password. Nothing was sent. Pass { email, password }.",
    );
  }
  const { config, engine } = context;
  const realm = params.connection ?? config.databaseConnection;
  const user = newUser(params, config.organization);
  const { email } = user;
  const assertStillWanted = watchSignOut(context);
  await engine.signup(realm, user, { signal });
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

/** What people type, as it is sent: spaces around a name are none of it, those of a password are. */
function newUser(params: SignupParams, organization: string | undefined): NewUser {
  const email = normalizeEmail(params.email);
  if (!email) throw authError("invalid_email");
  const { phoneNumber: typed } = params;
  const phoneNumber = typed === undefined ? undefined : normalizePhoneNumber(typed);
  if (typed !== undefined && !phoneNumber) throw authError("invalid_phone_number");
  const { password, username, name, givenName, familyName, nickname, picture } = params;
  const { userMetadata, captcha, captchaState } = params;
  return {
    email,
    password,
    username: username?.trim(),
    name,
    givenName,
    familyName,
    nickname,
    picture,
    phoneNumber,
    userMetadata,
    organization: params.organization ?? organization,
    captcha,
    captchaState,
  };
}
