import type { TenantContext } from "../context.js";
import type { Connection } from "../state/connections.js";
import { isDuplicate } from "../state/database.js";
import {
  createUser,
  findUserByLogin,
  normalizeLogin,
  type Profile,
  type User,
} from "../state/users.js";
import { isLeaked } from "./authenticate-password.js";
import { refusePassword, type PasswordRefusal } from "./password-policy.js";

export interface Registration {
  readonly connection: Connection;
  readonly email: string;
  readonly username: string | null;
  readonly password: string;
  readonly profile: Profile;
  readonly userMetadata: Record<string, unknown>;
}

export type RegistrationOutcome =
  | { readonly status: "registered"; readonly user: User }
  | { readonly status: "password-refused"; readonly refusal: PasswordRefusal }
  | {
      readonly status:
        | "signup-disabled"
        | "invalid-email"
        | "username-missing"
        | "password-leaked"
        | "email-taken"
        | "username-taken";
    };

/** Creates a database user if the connection's rules allow it. */
export async function registerUser(
  tenant: TenantContext,
  registration: Registration,
): Promise<RegistrationOutcome> {
  const { connection, email, username, password, profile, userMetadata } = registration;
  if (!connection.signup) return { status: "signup-disabled" };
  if (!isEmail(email)) return { status: "invalid-email" };
  if (connection.requiresUsername && !username) return { status: "username-missing" };
  if (isLeaked(tenant, password)) return { status: "password-leaked" };
  const refusal = refusePassword(connection, password, [email, username, profile.name]);
  if (refusal) return { status: "password-refused", refusal };
  // Hashed before looking for a duplicate: taken and free addresses cost the same.
  const passwordHash = await tenant.hashing.hash(password);
  try {
    const user = createUser(
      tenant.database,
      {
        connection: connection.name,
        email,
        username: connection.requiresUsername ? username : null,
        passwordHash,
        emailVerified: false,
        blocked: false,
        profile,
        userMetadata,
      },
      tenant.clock.now(),
    );
    return { status: "registered", user };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const owner = findUserByLogin(tenant.database, connection.name, email);
    return { status: owner?.email === normalizeLogin(email) ? "email-taken" : "username-taken" };
  }
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
}
