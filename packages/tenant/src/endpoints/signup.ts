import type { HttpContext } from "../http/environment.js";
import { jsonValues, text, type BodyValues } from "../http/request-body.js";
import { registerUser, type RegistrationOutcome } from "../policy/register-user.js";
import { findClient } from "../state/clients.js";
import { findConnection, type Connection } from "../state/connections.js";
import type { Profile, User } from "../state/users.js";

/** POST /dbconnections/signup. Its errors have Auth0's older shapes, one for each cause. */
export async function signup(c: HttpContext): Promise<Response> {
  const { tenant } = c.var;
  const values = jsonValues(c);
  const client = findClient(tenant.database, text(values, "client_id"));
  if (!client) return badRequest(c, "invalid_request", "Unknown client.");
  const connection = findConnection(tenant.database, text(values, "connection"));
  if (!connection) return badRequest(c, "invalid_request", "Connection does not exist.");
  const email = text(values, "email");
  const password = text(values, "password");
  if (!email) return c.json({ error: "email is required" }, 400);
  if (!password) return c.json({ error: "password is required" }, 400);
  const userMetadata = readMetadata(values["user_metadata"]);
  if (!userMetadata) {
    return badRequest(
      c,
      "invalid_user_metadata",
      "user_metadata: at most 10 strings of up to 500.",
    );
  }
  const outcome = await registerUser(tenant, {
    connection,
    email,
    password,
    username: text(values, "username") ?? null,
    profile: readProfile(values),
    userMetadata,
  });
  return outcome.status === "registered"
    ? c.json(accountOf(outcome.user))
    : refuse(c, connection, outcome);
}

function refuse(
  c: HttpContext,
  connection: Connection,
  outcome: Exclude<RegistrationOutcome, { status: "registered" }>,
): Response {
  switch (outcome.status) {
    case "password-refused":
      return c.json(outcome.refusal, 400);
    case "signup-disabled":
      return c.json({ error: "public signup is disabled" }, 400);
    case "invalid-email":
      return c.json({ error: "error in email - email format validation failed: invalid" }, 400);
    case "username-missing":
      return c.json({ error: "username is required" }, 400);
    case "password-leaked":
      return c.json({ code: "password_leaked", name: "AnomalyDetected" }, 400);
    case "email-taken":
      return duplicate(c, connection, "user_exists", "The user already exists.");
    case "username-taken":
      return duplicate(c, connection, "username_exists", "The username already exists.");
    default:
      return outcome satisfies never;
  }
}

/** By default an existing account is not told apart from any other refusal. */
function duplicate(c: HttpContext, connection: Connection, code: string, description: string) {
  return connection.legacySignupErrors
    ? badRequest(c, code, description)
    : badRequest(c, "invalid_signup", "Invalid sign up");
}

function badRequest(c: HttpContext, code: string, description: string): Response {
  return c.json({ name: "BadRequestError", code, description, statusCode: 400 }, 400);
}

function accountOf(user: User): object {
  return {
    _id: user.userId.replace("auth0|", ""),
    email_verified: user.emailVerified,
    email: user.email,
    ...(user.username !== null && { username: user.username }),
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
function readMetadata(value: unknown): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const fits = entries.every(([, item]) => typeof item === "string" && item.length <= 500);
  return entries.length <= 10 && fits ? Object.fromEntries(entries) : undefined;
}
