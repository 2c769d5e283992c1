import createPolicy from "password-sheriff";
import type { Connection } from "../state/connections.js";

/** What a password is refused with, in the JSON of `/dbconnections/signup`. */
export interface PasswordRefusal {
  readonly name: "PasswordStrengthError" | "PasswordNoUserInfoError";
  readonly message: string;
  readonly code: "invalid_password";
  readonly description: string | object;
  readonly policy?: string;
  readonly statusCode: 400;
}

/** Checks a password against its connection's policy; `personal` is what it must not contain. */
export function refusePassword(
  connection: Connection,
  password: string,
  personal: readonly (string | null | undefined)[],
): PasswordRefusal | undefined {
  const policy = createPolicy(connection.passwordPolicy);
  if (!policy.check(password)) {
    return {
      name: "PasswordStrengthError",
      message: "Password is too weak",
      code: "invalid_password",
      description: policy.missing(password),
      policy: policy.toString(),
      statusCode: 400,
    };
  }
  if (connection.noUserInfo && containsPersonal(password, personal)) {
    return {
      name: "PasswordNoUserInfoError",
      message: "Password contains user information",
      code: "invalid_password",
      description: "Password contains user information",
      statusCode: 400,
    };
  }
  return undefined;
}

function containsPersonal(
  password: string,
  personal: readonly (string | null | undefined)[],
): boolean {
  const lower = password.toLowerCase();
  return personal
    .flatMap((value) => (value ? [value, value.split("@")[0] ?? ""] : []))
    .some((value) => value.length >= 3 && lower.includes(value.toLowerCase()));
}
