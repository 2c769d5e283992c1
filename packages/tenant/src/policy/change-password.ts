import type { TenantContext } from "../context.js";
import {
  findAccountTicket,
  removeAccountTickets,
  spendAccountTicket,
  type AccountTicket,
  type UnusableTicket,
} from "../state/account-tickets.js";
import { findDatabaseConnection, type DatabaseConnection } from "../state/connections.js";
import { endAccess } from "../state/end-access.js";
import { findIdentity, setPasswordHash, type Identity } from "../state/identities.js";
import { findUser, type User } from "../state/users.js";
import { accountOf, unblockAccount } from "./attack-protection.js";
import { refusePassword, type PasswordRefusal } from "./password-policy.js";
import { isLeaked } from "./triggers.js";

/** Whose password a link changes. */
export interface PasswordChange extends AccountTicket<"reset"> {
  readonly identity: Identity;
  readonly user: User;
  readonly connection: DatabaseConnection;
}

export type PasswordChangeOutcome =
  | { readonly status: "changed" }
  | { readonly status: "refused"; readonly refusal: PasswordRefusal }
  | { readonly status: "leaked" }
  | UnusableTicket;

export function findPasswordChange(
  tenant: TenantContext,
  ticket: string,
): PasswordChange | UnusableTicket {
  const { database } = tenant;
  const found = findAccountTicket(tenant, "reset", ticket);
  if (found.status !== "valid") return found;
  const identity = findIdentity(database, found.data.provider, found.data.externalId);
  const user = identity && findUser(database, identity.userId);
  const connection = findDatabaseConnection(database, identity?.connection);
  return user && connection ? { ...found, identity, user, connection } : { status: "unknown" };
}

/** Sets a new password. A refused one leaves the ticket usable. */
export async function changePassword(
  tenant: TenantContext,
  ticket: string,
  password: string,
): Promise<PasswordChangeOutcome> {
  const found = findPasswordChange(tenant, ticket);
  if (found.status !== "valid") return found;
  // In turns with sign-ins: none of them may go on with the old password once this is through.
  return tenant.turns.take(accountOf(found.identity), () => change(tenant, ticket, password));
}

async function change(
  tenant: TenantContext,
  ticket: string,
  password: string,
): Promise<PasswordChangeOutcome> {
  const found = findPasswordChange(tenant, ticket);
  if (found.status !== "valid") return found;
  if (isLeaked(tenant, password)) return { status: "leaked" };
  const { identity, user: person, connection } = found;
  const { passwordHash, passwordHistory } = identity;
  const former = passwordHash === null ? passwordHistory : [passwordHash, ...passwordHistory];
  const refusal = await refusePassword(tenant, { connection, password, person, former });
  if (refusal) return { status: "refused", refusal };
  const hash = await tenant.hashing.hash(password);
  return tenant.database.transaction(() => {
    const spent = spendAccountTicket(tenant, "reset", ticket);
    if (spent.status !== "valid") return spent;
    setPasswordHash(tenant.database, identity, hash, former.slice(0, connection.passwordHistory));
    removeAccountTickets(tenant, "reset", identity.userId);
    endAccess(tenant.database, identity.userId);
    unblockAccount(tenant, { subject: accountOf(identity) });
    return { status: "changed" };
  });
}
