import {
  badRequest,
  DbConnectionError,
  passwordLeaked,
  plainError,
} from "../http/db-connection-error.js";
import type { HttpContext } from "../http/environment.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { requireCaptcha } from "../policy/check-captcha.js";
import {
  registerUser,
  type Registration,
  type RegistrationOutcome,
} from "../policy/register-user.js";
import { requireDatabase } from "../policy/require-database.js";
import type { Profile, User } from "../state/users.js";

type Refusal = Exclude<RegistrationOutcome, { status: "registered" }>;

/** POST /dbconnections/signup. Its errors have Auth0's older shapes, one for each cause. */
export async function signup(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const values = jsonValues(c);
  const registration = readRegistration(c, values);
  requireCaptcha(tenant, "signup", values);
  const outcome = await registerUser(tenant, registration);
  if (outcome.status === "registered") return c.json(accountOf(outcome.user));
  throw errorFor(outcome, registration);
}

/** Members that it does not know are ignored. */
function readRegistration(c: HttpContext, values: BodyValues): Registration {
  const { client, connection } = requireDatabase(c.var.tenant, values);
  const email = text(values, "email");
  const password = text(values, "password");
  if (!email) throw plainError("email is required");
  if (!password) throw plainError("password is required");
  return {
    connection,
    email,
    password,
    username: text(values, "username") ?? null,
    phoneNumber: text(values, "phone_number") ?? null,
    profile: readProfile(values),
    userMetadata: readMetadata(values["user_metadata"]),
    origin: { clientId: client.clientId, locale: c.req.header("x-request-language") },
  };
}

function errorFor(outcome: Refusal, { connection, email }: Registration): DbConnectionError {
  switch (outcome.status) {
    case "password-refused":
      return new DbConnectionError(outcome.refusal, outcome.refusal.message);
    case "signup-disabled":
      return plainError("public signup is disabled");
    case "invalid-email":
      return plainError(`error in email - email format validation failed: ${email}`);
    case "invalid-phone-number":
      return plainError("error in phone_number - phone_number format validation failed");
    case "username-missing":
      return plainError("username is required");
    case "invalid-username":
      return plainError(`error in username - ${usernameRules[outcome.fault]}`);
    case "password-leaked":
      return passwordLeaked();
    case "email-taken":
      return duplicate(connection, "user_exists", "The user already exists.");
    case "username-taken":
      return duplicate(connection, "username_exists", "The username already exists.");
    default:
      return outcome satisfies never;
  }
}

const usernameRules = {
  length: "username must be 1 to 15 characters long",
  characters: "username may contain letters, digits and _ + - . ! # $ ^ ` ~ @ ' only",
  address: "username must not be an email address",
} as const;

/** By default an existing account is not told apart from any other refusal. */
function duplicate(
  { legacySignupErrors }: Registration["connection"],
  code: string,
  description: string,
): DbConnectionError {
  return legacySignupErrors
    ? badRequest(code, description)
    : badRequest("invalid_signup", "Invalid sign up");
}

function accountOf(user: User): object {
  return {
    _id: user.userId.slice(user.userId.indexOf("|") + 1),
    email_verified: user.emailVerified,
    email: user.email,
    ...(user.username !== null && { username: user.username }),
    ...(user.phoneNumber !== null && { phone_number: user.phoneNumber }),
    ...(Object.keys(user.userMetadata).length > 0 && { user_metadata: user.userMetadata }),
    ...user.profile,
  };
}

function readProfile(values: BodyValues): Profile {
  const names = ["name", "given_name", "family_name", "nickname", "picture"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text(values, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** At most 10 keys, string values of up to 500 characters. */
function readMetadata(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  const isObject = typeof value === "object" && !Array.isArray(value);
  const entries = Object.entries(value);
  const fits = entries.every(([, item]) => typeof item === "string" && item.length <= 500);
  if (isObject && entries.length <= 10 && fits) return Object.fromEntries(entries);
  throw badRequest(
    "invalid_user_metadata",
    "user_metadata must be an object of at most 10 strings of up to 500 characters.",
  );
}
