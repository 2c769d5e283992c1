import type { TenantContext } from "../context.js";
import { OAuthError } from "../http/oauth-error.js";
import { text, type BodyValues } from "../http/request-body.js";
import { mayUseConnection, type Client } from "../state/clients.js";
import {
  findConnection,
  isPasswordless,
  type PasswordlessConnection,
} from "../state/connections.js";
import { normalizeLogin } from "../state/identities.js";
import { isEmail, isPhoneNumber } from "./contact-address.js";

/** By which connection, and at which address, somebody wants to sign in without a password. */
export interface PasswordlessTarget {
  readonly connection: PasswordlessConnection;
  /** E-mail address in lower case, or phone number. */
  readonly username: string;
}

/** Reads `connection` with `email` or `phone_number`; throws Auth0's `bad.…` for what is wrong. */
export function readPasswordlessTarget(
  tenant: TenantContext,
  values: BodyValues,
  client: Client | undefined,
): PasswordlessTarget {
  const connection = readConnection(tenant, values);
  if (client && !mayUseConnection(client, connection.name)) {
    throw badValue("connection", "Connection is disabled");
  }
  return { connection, username: readAddress(connection, values) };
}

/** A member that is a string; throws if it is missing or is anything else. */
export function requireMember(values: BodyValues, name: string): string {
  const value = values[name];
  if (value !== undefined && value !== null && typeof value !== "string") {
    throw wrongType(name, value, "string");
  }
  const given = text(values, name);
  if (given !== undefined) return given;
  throw badValue(name, `Missing required property: ${name}`);
}

/** Such as `bad.email`. */
export function badValue(name: string, description: string): OAuthError {
  return new OAuthError(400, `bad.${name}`, description);
}

export function wrongType(name: string, value: unknown, expected: string): OAuthError {
  const found = Array.isArray(value) ? "array" : typeof value;
  return badValue(name, `error in ${name} - invalid type: ${found} (expected ${expected})`);
}

function readConnection({ database }: TenantContext, values: BodyValues): PasswordlessConnection {
  const connection = findConnection(database, requireMember(values, "connection"));
  if (!connection) throw badValue("connection", "Connection does not exist");
  if (isPasswordless(connection)) return connection;
  throw badValue(
    "connection",
    "Invalid connection strategy. It must either be a passwordless connection",
  );
}

function readAddress({ strategy }: PasswordlessConnection, values: BodyValues): string {
  if (strategy === "email") {
    const email = requireMember(values, "email");
    if (isEmail(email)) return normalizeLogin(email);
    throw badValue("email", `error in email - email format validation failed: ${email}`);
  }
  const phoneNumber = requireMember(values, "phone_number").trim();
  if (isPhoneNumber(phoneNumber)) return phoneNumber;
  throw badValue("phone_number", "String does not match pattern: ^\\+[0-9]{1,15}$");
}
