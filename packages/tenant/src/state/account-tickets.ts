import type { TenantContext } from "../context.js";
import { digestOf, newSecret } from "../tokens/secret.js";

/** What the link in a mail stands for, by its purpose. */
export interface AccountTickets {
  /** `transactionId` names the hosted login that it was asked for on. */
  readonly reset: {
    readonly provider: string;
    readonly externalId: string;
    readonly transactionId: string | null;
  };
  /** A password that waits until its link is opened. */
  readonly confirm: {
    readonly provider: string;
    readonly externalId: string;
    readonly passwordHash: string;
  };
  readonly verify: { readonly email: string };
  /** The count of failures to forget. */
  readonly unblock: { readonly subject: string; readonly address: string };
}

export type AccountTicketKind = keyof AccountTickets;

export interface AccountTicket<Kind extends AccountTicketKind> {
  readonly status: "valid";
  readonly userId: string;
  readonly data: AccountTickets[Kind];
}

/** `unknown`: made up, used already, or replaced by a newer one. */
export interface UnusableTicket {
  readonly status: "expired" | "unknown";
}

interface TicketRow {
  user_id: string;
  data: string;
  expires_at: number;
}

/** Returns the secret for the link. */
export function createAccountTicket<Kind extends AccountTicketKind>(
  tenant: TenantContext,
  kind: Kind,
  { userId, data }: { readonly userId: string; readonly data: AccountTickets[Kind] },
): string {
  const secret = newSecret();
  tenant.database.run(
    "INSERT INTO account_tickets (digest, kind, user_id, data, expires_at) VALUES (?, ?, ?, ?, ?)",
    digestOf(secret),
    kind,
    userId,
    data,
    tenant.clock.now() + tenant.settings.lifetimes.accountTicket * 1000,
  );
  return secret;
}

/** Looks at a ticket and leaves it as it is. */
export function findAccountTicket<Kind extends AccountTicketKind>(
  tenant: TenantContext,
  kind: Kind,
  secret: string,
): AccountTicket<Kind> | UnusableTicket {
  const row = tenant.database.one<TicketRow>(
    "SELECT * FROM account_tickets WHERE kind = ? AND digest = ?",
    kind,
    digestOf(secret),
  );
  if (!row) return { status: "unknown" };
  if (row.expires_at <= tenant.clock.now()) return { status: "expired" };
  return {
    status: "valid",
    userId: row.user_id,
    data: JSON.parse(row.data) as AccountTickets[Kind],
  };
}

/** Takes a ticket: it is good once. An expired one stays, so that its link goes on saying why. */
export function spendAccountTicket<Kind extends AccountTicketKind>(
  tenant: TenantContext,
  kind: Kind,
  secret: string,
): AccountTicket<Kind> | UnusableTicket {
  const ticket = findAccountTicket(tenant, kind, secret);
  if (ticket.status === "valid") {
    tenant.database.run("DELETE FROM account_tickets WHERE digest = ?", digestOf(secret));
  }
  return ticket;
}

/** Makes every earlier link of this kind useless. */
export function removeAccountTickets(
  tenant: TenantContext,
  kind: AccountTicketKind,
  userId: string,
): void {
  tenant.database.run("DELETE FROM account_tickets WHERE kind = ? AND user_id = ?", kind, userId);
}

/** Makes every earlier link that gives the user another password useless. */
export function removePasswordTickets(tenant: TenantContext, userId: string): void {
  removeAccountTickets(tenant, "reset", userId);
  removeAccountTickets(tenant, "confirm", userId);
}
