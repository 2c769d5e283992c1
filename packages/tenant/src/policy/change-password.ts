import type { TenantContext } from "../context.js";
import {
  findAccountTicket,
  spendAccountTicket,
  type AccountTicket,
  type UnusableTicket,
} from "../state/account-tickets.js";
import { accountOf } from "./attack-protection.js";
import {
  findPasswordAccount,
  formerPasswords,
  replacePassword,
  type PasswordAccount,
} from "./password-account.js";
import { refusePassword, type PasswordRefusal } from "./password-policy.js";
import { isLeaked } from "./triggers.js";

/** Whose password a link changes. */
export type PasswordChange = AccountTicket<"reset"> & PasswordAccount;

export type PasswordChangeOutcome =
  | { readonly status: "changed" }
  | { readonly status: "refused"; readonly refusal: PasswordRefusal }
  | { readonly status: "leaked" }
  | UnusableTicket;

export function findPasswordChange(
  tenant: TenantContext,
  ticket: string,
): PasswordChange | UnusableTicket {
  const found = findAccountTicket(tenant, "reset", ticket);
  if (found.status !== "valid") return found;
  const account = findPasswordAccount(tenant, found.data);
  return account ? { ...found, ...account } : { status: "unknown" };
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
  const former = formerPasswords(identity);
  const refusal = await refusePassword(tenant, { connection, password, person, former });
  if (refusal) return { status: "refused", refusal };
  const hash = await tenant.hashing.hash(password);
  return tenant.database.transaction(() => {
    const spent = spendAccountTicket(tenant, "reset", ticket);
    if (spent.status !== "valid") return spent;
    replacePassword(tenant, found, hash);
    return { status: "changed" };
  });
}
