import { authError } from "../errors/auth-error.js";
import { signupRefusal } from "../errors/signup-refusal.js";
import type { CallOptions } from "../transport/deadline.js";
import { request } from "../transport/request.js";
import type { Tenant } from "./tenant.js";

/** The root attributes that a new database user may bring along. */
export interface NewUser {
  readonly email: string;
  readonly password: string;
  /** Needed where the connection requires usernames. */
  readonly username?: string | undefined;
  readonly name?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly nickname?: string | undefined;
  readonly picture?: string | undefined;
  /** In E.164, for connections that sign up by phone number. */
  readonly phoneNumber?: string | undefined;
  /** Sent as it is: at most 10 keys, values of up to 500 characters. */
  readonly userMetadata?: Readonly<Record<string, string>> | undefined;
  /** The organization that the user signs up for. */
  readonly organization?: string | undefined;
  /** The answer to a challenge, and the `state` that the challenge was made for. */
  readonly captcha?: string | undefined;
  readonly captchaState?: string | undefined;
}

/** A database user who has just been created. */
export interface RegisteredUser {
  /** Without the prefix of `sub`; absent where the tenant does not say. */
  readonly id?: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly username?: string;
}

/** Creates a database user: POST /dbconnections/signup. */
export async function signup(...given: Parameters<typeof registerUser>): Promise<void> {
  await registerUser(...given);
}

/** Creates a database user and tells who that is: POST /dbconnections/signup. */
export async function registerUser(
  tenant: Tenant,
  connection: string,
  user: NewUser,
  { signal }: CallOptions,
): Promise<RegisteredUser> {
  const { email, password, username, name, nickname, picture } = user;
  const body = await request({
    url: `${tenant.origin}/dbconnections/signup`,
    endpoint: "signup",
    readRefusal: signupRefusal,
    deadline: tenant.requestDeadline,
    signal,
    json: {
      client_id: tenant.clientId,
      connection,
      email,
      password,
      username,
      name,
      nickname,
      picture,
      given_name: user.givenName,
      family_name: user.familyName,
      phone_number: user.phoneNumber,
      user_metadata: user.userMetadata,
      organization: user.organization,
      captcha: user.captcha,
      state: user.captchaState,
    },
  });
  const { _id: id, email: registered, email_verified: emailVerified, username: chosen } = body;
  if (typeof registered !== "string") throw authError("invalid_response");
  return {
    email: registered,
    emailVerified: emailVerified === true,
    ...(typeof id === "string" && { id }),
    ...(typeof chosen === "string" && { username: chosen }),
  };
}
