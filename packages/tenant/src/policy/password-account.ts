import type { TenantContext } from "../context.js";
import { removePasswordTickets } from "../state/account-tickets.js";
import { findDatabaseConnection, type DatabaseConnection } from "../state/connections.js";
import { endAccess } from "../state/end-access.js";
import { findIdentity, setPasswordHash, type Identity } from "../state/identities.js";
import { findUser, type User } from "../state/users.js";
import { accountOf, unblockAccount } from "./attack-protection.js";

/** Somebody who signs in with a password. */
export interface PasswordAccount {
  readonly identity: Identity;
  readonly user: User;
  readonly connection: DatabaseConnection;
}

export function findPasswordAccount(
  { database }: TenantContext,
  { provider, externalId }: Pick<Identity, "provider" | "externalId">,
): PasswordAccount | undefined {
  const identity = findIdentity(database, provider, externalId);
  const user = identity && findUser(database, identity.userId);
  const connection = findDatabaseConnection(database, identity?.connection);
  return user && connection ? { identity, user, connection } : undefined;
}

/** Hashes of the passwords that a new one replaces, newest first. */
export function formerPasswords({ passwordHash, passwordHistory }: Identity): readonly string[] {
  return passwordHash === null ? passwordHistory : [passwordHash, ...passwordHistory];
}

/** Sets a password that was found good, and ends what the old one had opened. */
export function replacePassword(
  tenant: TenantContext,
  { identity, connection }: PasswordAccount,
  passwordHash: string,
): void {
  const history = formerPasswords(identity).slice(0, connection.passwordHistory);
  setPasswordHash(tenant.database, identity, passwordHash, history);
  removePasswordTickets(tenant, identity.userId);
  endAccess(tenant.database, identity.userId);
  unblockAccount(tenant, { subject: accountOf(identity) });
}
