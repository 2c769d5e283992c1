import createPolicy from "password-sheriff";
import type { TenantContext } from "../context.js";
import type { DatabaseConnection } from "../state/connections.js";
import { isCommonPassword } from "./common-passwords.js";
import { containsPersonalData, type PersonalData } from "./personal-data.js";

/** What a password is refused with, in the JSON of `/dbconnections/signup`; `name` tells the rule. */
export type PasswordRefusal = StrengthRefusal | SimpleRefusal;

interface StrengthRefusal {
  readonly name: "PasswordStrengthError";
  readonly message: string;
  readonly code: "invalid_password";
  /** Every rule of the policy, met or not. */
  readonly description: ReturnType<ReturnType<typeof createPolicy>["missing"]>;
  /** The policy in words. */
  readonly policy: string;
  readonly statusCode: 400;
}

interface SimpleRefusal {
  readonly name: keyof typeof simpleMessages;
  readonly message: string;
  readonly code: "invalid_password";
  readonly description: string;
  readonly statusCode: 400;
}

export interface NewPassword {
  readonly connection: DatabaseConnection;
  readonly password: string;
  readonly person: PersonalData;
  /** Hashes of the passwords before it, newest first; undefined costs as much and matches none. */
  readonly former: readonly (string | undefined)[];
}

const simpleMessages = {
  PasswordDictionaryError: "Password is too common",
  PasswordNoUserInfoError: "Password contains user information",
  PasswordHistoryError: "Password has previously been used",
} as const;

/** Holds a new password against everything its connection asks for. */
export async function refusePassword(
  tenant: TenantContext,
  { connection, password, person, former }: NewPassword,
): Promise<PasswordRefusal | undefined> {
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
  if (connection.noDictionary && isCommonPassword(password)) {
    return refusal("PasswordDictionaryError");
  }
  if (connection.noUserInfo && containsPersonalData(password, person)) {
    return refusal("PasswordNoUserInfoError");
  }
  const remembered = former.slice(0, connection.passwordHistory);
  const reused = await Promise.all(remembered.map((hash) => tenant.hashing.verify(password, hash)));
  return reused.includes(true) ? refusal("PasswordHistoryError") : undefined;
}

function refusal(name: keyof typeof simpleMessages): SimpleRefusal {
  const message = simpleMessages[name];
  return { name, message, code: "invalid_password", description: message, statusCode: 400 };
}
