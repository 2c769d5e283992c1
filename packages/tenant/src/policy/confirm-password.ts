import type { TenantContext } from "../context.js";
import { findAccountTicket, spendAccountTicket } from "../state/account-tickets.js";
import { accountOf } from "./attack-protection.js";
import { findPasswordAccount, replacePassword } from "./password-account.js";

/** What became of a password that waited for its link to be opened. */
export type Confirmation = "changed" | "expired" | "unknown";

/** Sets the password that the link was mailed for. */
export async function confirmPassword(
  tenant: TenantContext,
  ticket: string,
): Promise<Confirmation> {
  const found = findAccountTicket(tenant, "confirm", ticket);
  if (found.status !== "valid") return found.status;
  const account = findPasswordAccount(tenant, found.data);
  if (!account) return "unknown";
  // In turns with sign-ins: none of them may go on with the old password once this is through.
  return tenant.turns.take(accountOf(account.identity), async () => confirm(tenant, ticket));
}

function confirm(tenant: TenantContext, ticket: string): Confirmation {
  return tenant.database.transaction(() => {
    const spent = spendAccountTicket(tenant, "confirm", ticket);
    if (spent.status !== "valid") return spent.status;
    const account = findPasswordAccount(tenant, spent.data);
    if (!account) return "unknown";
    replacePassword(tenant, account, spent.data.passwordHash);
    return "changed";
  });
}
