import type { TenantContext } from "../context.js";
import type { DatabaseConnection } from "../state/connections.js";
import { findIdentityByLogin, setPasswordHash, type Identity } from "../state/identities.js";
import { findUser, type User } from "../state/users.js";
import {
  attackSubject,
  isBlockedAccount,
  isSuspiciousAddress,
  noteFailedLogin,
  unblockAccount,
} from "./attack-protection.js";
import { isLeaked } from "./triggers.js";

export interface PasswordLogin {
  readonly connection: DatabaseConnection;
  readonly username: string;
  readonly password: string;
  /** Address of the caller; failures are counted for each account and address. */
  readonly address: string;
}

export type PasswordOutcome =
  | { readonly status: "authenticated"; readonly user: User }
  | {
      readonly status:
        | "wrong-credentials"
        | "blocked-user"
        | "password-leaked"
        | "too-many-attempts"
        | "suspicious-ip";
    };

/** Judges a password in the same way, and with the same work, whether or not the user exists. */
export async function authenticatePassword(
  tenant: TenantContext,
  login: PasswordLogin,
): Promise<PasswordOutcome> {
  const subject = attackSubject(tenant, login);
  // In turns: parallel guesses cannot slip past the limit, parallel sign-ins do not count as guesses.
  return tenant.turns.take(subject, () => judge(tenant, login, subject));
}

async function judge(
  tenant: TenantContext,
  login: PasswordLogin,
  subject: string,
): Promise<PasswordOutcome> {
  const { connection, username, password, address } = login;
  const attempt = { subject, address };
  if (isSuspiciousAddress(tenant, address)) return { status: "suspicious-ip" };
  if (isLeaked(tenant, password)) return { status: "password-leaked" };
  if (isBlockedAccount(tenant, attempt)) return { status: "too-many-attempts" };
  const identity = findIdentityByLogin(tenant.database, connection.name, username);
  const matches = await tenant.hashing.verify(password, identity?.passwordHash ?? undefined);
  const user = identity && findUser(tenant.database, identity.userId);
  if (!user || !matches) {
    noteFailedLogin(tenant, attempt, identity);
    return { status: "wrong-credentials" };
  }
  unblockAccount(tenant, attempt);
  await strengthen(tenant, identity, password);
  return user.blocked ? { status: "blocked-user" } : { status: "authenticated", user };
}

/** Gives a password that came with a seed the cost it should have. */
async function strengthen(
  tenant: TenantContext,
  identity: Identity,
  password: string,
): Promise<void> {
  if (!identity.passwordHash || !tenant.hashing.isWeak(identity.passwordHash)) return;
  const hash = await tenant.hashing.hash(password);
  setPasswordHash(tenant.database, identity, hash, identity.passwordHistory);
}
