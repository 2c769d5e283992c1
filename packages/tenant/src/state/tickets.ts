import type { TenantContext } from "../context.js";
import { digestOf, matchesDigest, newSecret } from "../tokens/secret.js";

/** A login ticket that was presented and is now spent. */
export interface SpentTicket {
  readonly coId: string;
  readonly clientId: string;
  readonly userId: string;
  readonly expired: boolean;
  /** Tells whether `secret` is the value of the cookie set beside the ticket. */
  bindsTo(secret: string | undefined): boolean;
}

interface TicketRow {
  client_id: string;
  co_id: string;
  binding_digest: string;
  expires_at: number;
  user_id: string;
}

/** `coId` names the cookie, `binding` is its value. */
export interface NewTicket {
  readonly ticket: string;
  readonly coId: string;
  readonly binding: string;
}

export function createTicket(tenant: TenantContext, clientId: string, userId: string): NewTicket {
  const created = { ticket: newSecret(), coId: newSecret(9), binding: newSecret() };
  tenant.database.run(
    `INSERT INTO tickets (digest, client_id, co_id, binding_digest, expires_at, user_id)
     VALUES (?, ?, ?, ?, ?, ?)`,
    digestOf(created.ticket),
    clientId,
    created.coId,
    digestOf(created.binding),
    tenant.clock.now() + tenant.settings.lifetimes.loginTicket * 1000,
    userId,
  );
  return created;
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
    expired: tenant.clock.now() >= row.expires_at,
    bindsTo: (secret) => secret !== undefined && matchesDigest(secret, row.binding_digest),
  };
}
