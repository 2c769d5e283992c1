import type { TenantContext } from "../context.js";
import type { DatabaseConnection } from "../state/connections.js";
import { isDuplicate } from "../state/database.js";
import { findIdentityByLogin, newExternalId, normalizeLogin } from "../state/identities.js";
import { createUser, type Profile, type User } from "../state/users.js";
import { sendVerificationMail, type MailOrigin } from "./account-mails.js";
import { isEmail, isPhoneNumber } from "./contact-address.js";
import { judgeUsername, type UsernameFault } from "./judge-username.js";
import { refusePassword, type PasswordRefusal } from "./password-policy.js";
import { isLeaked } from "./triggers.js";

export interface Registration {
  readonly connection: DatabaseConnection;
  readonly email: string;
  /** Dropped where the connection has no usernames. */
  readonly username: string | null;
  readonly password: string;
  /** E.164. */
  readonly phoneNumber: string | null;
  readonly profile: Profile;
  readonly userMetadata: Record<string, unknown>;
  readonly origin: MailOrigin;
}

export type RegistrationOutcome =
  | { readonly status: "registered"; readonly user: User }
  | { readonly status: "password-refused"; readonly refusal: PasswordRefusal }
  | { readonly status: "invalid-username"; readonly fault: UsernameFault }
  | {
      readonly status:
        | "signup-disabled"
        | "invalid-email"
        | "invalid-phone-number"
        | "username-missing"
        | "password-leaked"
        | "email-taken"
        | "username-taken";
    };

type Refused = Exclude<RegistrationOutcome, { status: "registered" }>;

/** Creates a database user if the connection's rules allow it, and mails a link to verify the address. */
export async function registerUser(
  tenant: TenantContext,
  registration: Registration,
): Promise<RegistrationOutcome> {
  const refused = judge(tenant, registration) ?? (await judgePassword(tenant, registration));
  if (refused) return refused;
  // Hashed before looking for a duplicate: taken and free addresses cost the same.
  const passwordHash = await tenant.hashing.hash(registration.password);
  try {
    const user = create(tenant, registration, passwordHash);
    sendVerificationMail(tenant, user, registration.origin);
    return { status: "registered", user };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const { connection, email } = registration;
    const owner = findIdentityByLogin(tenant.database, connection.name, email);
    return { status: owner?.email === normalizeLogin(email) ? "email-taken" : "username-taken" };
  }
}

function judge(tenant: TenantContext, registration: Registration): Refused | undefined {
  const { connection, email, phoneNumber, password } = registration;
  const username = usernameOf(registration);
  if (!connection.signup) return { status: "signup-disabled" };
  if (!isEmail(email)) return { status: "invalid-email" };
  if (connection.requiresUsername && !username) return { status: "username-missing" };
  const fault = username === null ? undefined : judgeUsername(username);
  if (fault) return { status: "invalid-username", fault };
  if (phoneNumber !== null && !isPhoneNumber(phoneNumber)) {
    return { status: "invalid-phone-number" };
  }
  return isLeaked(tenant, password) ? { status: "password-leaked" } : undefined;
}

async function judgePassword(
  tenant: TenantContext,
  { connection, password, email, username, profile, userMetadata }: Registration,
): Promise<Refused | undefined> {
  const person = { email, username, profile, userMetadata };
  const refusal = await refusePassword(tenant, { connection, password, person, former: [] });
  return refusal && { status: "password-refused", refusal };
}

function create(tenant: TenantContext, registration: Registration, passwordHash: string): User {
  const { connection, email, phoneNumber, profile, userMetadata } = registration;
  const login = { email, username: usernameOf(registration) };
  return createUser(
    tenant.database,
    { ...login, phoneNumber, profile, userMetadata },
    {
      provider: connection.strategy,
      externalId: newExternalId(),
      connection: connection.name,
      passwordHash,
      ...login,
    },
    tenant.clock.now(),
  );
}

function usernameOf({ connection, username }: Registration): string | null {
  const name = username?.trim() ?? "";
  return connection.requiresUsername && name !== "" ? name : null;
}
