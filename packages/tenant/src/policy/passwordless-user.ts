import type { TenantContext } from "../context.js";
import type { PasswordlessConnection } from "../state/connections.js";
import { findIdentityByLogin, normalizeLogin } from "../state/identities.js";
import { createUser, findUser, updateUser, type User } from "../state/users.js";

interface PasswordlessLogin {
  readonly connection: PasswordlessConnection;
  /** E-mail address or phone number; who signs in has proved that it is theirs. */
  readonly username: string;
}

/** The user of an address, created with this id if there is none. Undefined where none may be created. */
export function takePasswordlessUser(
  tenant: TenantContext,
  { connection, username }: PasswordlessLogin,
  externalId: string,
): User | undefined {
  const { database, clock } = tenant;
  const identity = findIdentityByLogin(database, connection.name, username);
  if (identity) return verify(tenant, findUser(database, identity.userId), username);
  if (!connection.signup) return undefined;
  const address = normalizeLogin(username);
  const isEmail = connection.strategy === "email";
  const login = isEmail ? { email: address } : { phoneNumber: address };
  const verified = isEmail ? { emailVerified: true } : { phoneVerified: true };
  return createUser(
    database,
    { ...login, ...verified },
    { provider: connection.strategy, externalId, connection: connection.name, ...login },
    clock.now(),
  );
}

/** The main account of linked ones may have another address, of which nothing was proved. */
function verify(
  { database, clock }: TenantContext,
  user: User | undefined,
  username: string,
): User | undefined {
  if (!user) return undefined;
  const address = normalizeLogin(username);
  const emailVerified = user.emailVerified || user.email === address;
  const phoneVerified = user.phoneVerified || user.phoneNumber === address;
  if (emailVerified === user.emailVerified && phoneVerified === user.phoneVerified) return user;
  return updateUser(database, user.userId, { emailVerified, phoneVerified }, clock.now());
}
