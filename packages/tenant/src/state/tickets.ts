import type { TenantContext } from "../context.js";
import { digestOf, matchesDigest, newSecret } from "../tokens/secret.js";

/** A login ticket that was presented and is now spent. */
export interface SpentTicket {
  readonly coId: string;
  readonly clientId: string;
  readonly userId: string;
  readonly connection: string;
  readonly expired: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly bindingDigest: string;
  /** Tells whether `secret` is the value of the cookie set beside the ticket. */
  bindsTo(secret: string | undefined): boolean;
}

interface TicketRow {
  client_id: string;
  co_id: string;
  binding_digest: string;
  expires_at: number;
  user_id: string;
  connection: string | null;
}

/** `coId` names the cookie, `binding` is its value. */
export interface NewTicket {
  readonly ticket: string;
  readonly coId: string;
  readonly binding: string;
}

export function createTicket(
  tenant: TenantContext,
  login: { clientId: string; userId: string; connection: string },
): NewTicket {
  const created = { ticket: newSecret(), coId: newSecret(9), binding: newSecret() };
  insertTicket(tenant, created.ticket, {
    ...login,
    coId: created.coId,
    bindingDigest: digestOf(created.binding),
    expiresAt: tenant.clock.now() + tenant.settings.lifetimes.loginTicket * 1000,
  });
  return created;
}

/** A new ticket with the content of a spent one, its time of expiry included. */
export function holdTicket(tenant: TenantContext, spent: SpentTicket): string {
  const ticket = newSecret();
  insertTicket(tenant, ticket, spent);
  return ticket;
}

/** A ticket is gone once presented, whatever becomes of it. */
export function spendTicket(tenant: TenantContext, ticket: string): SpentTicket | undefined {
  const row = tenant.database.one<TicketRow>(
    "DELETE FROM tickets WHERE digest = ? RETURNING *",
    digestOf(ticket),
  );
  if (!row) return undefined;
  return {
    coId: row.co_id,
    clientId: row.client_id,
    userId: row.user_id,
    connection: row.connection ?? "",
    expired: tenant.clock.now() >= row.expires_at,
    expiresAt: row.expires_at,
    bindingDigest: row.binding_digest,
    bindsTo: (secret) => secret !== undefined && matchesDigest(secret, row.binding_digest),
  };
}

function insertTicket(
  tenant: TenantContext,
  ticket: string,
  content: Omit<SpentTicket, "expired" | "bindsTo">,
): void {
  tenant.database.run(
    `INSERT INTO tickets
       (digest, client_id, co_id, binding_digest, expires_at, user_id, connection)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    digestOf(ticket),
    content.clientId,
    content.coId,
    content.bindingDigest,
    content.expiresAt,
    content.userId,
    content.connection,
  );
}
