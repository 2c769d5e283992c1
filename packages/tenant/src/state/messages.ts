import type { TenantContext } from "../context.js";

/** What a message is for. */
export type MessageKind = (typeof messageKinds)[number];

/** Every kind of mail, text or push that the tenant sends. */
export const messageKinds = [
  "verify",
  "code",
  "link",
  "sms",
  "reset",
  "unblock",
  "push",
  "invite",
  "mfa",
] as const;

/** A mail, text message or push notification; it goes to the inbox and nowhere else. */
export interface NewMessage {
  readonly kind: MessageKind;
  /** E-mail address or phone number. */
  readonly to: string;
  readonly subject: string;
  readonly code?: string;
  readonly url?: string;
  /** What the request asked for, such as `de-AT`. */
  readonly locale?: string | undefined;
  readonly clientId?: string;
  /** The out-of-band challenge that a push asks to approve. */
  readonly push?: string;
}

export interface Message {
  /** Grows with every message. */
  readonly id: number;
  /** Milliseconds since 1970, tenant's clock. */
  readonly at: number;
  readonly kind: MessageKind;
  readonly to: string;
  readonly subject: string;
  readonly code: string | null;
  readonly url: string | null;
  readonly locale: string | null;
  readonly clientId: string | null;
  readonly push: string | null;
}

interface MessageRow {
  id: number;
  at: number;
  kind: MessageKind;
  recipient: string;
  subject: string;
  code: string | null;
  url: string | null;
  locale: string | null;
  client_id: string | null;
  push: string | null;
}

/** Narrows a list of messages; what is left out matches everything. */
export interface MessageFilter {
  /** In any case. */
  readonly to?: string | undefined;
  readonly kind?: MessageKind | undefined;
  /** Only messages with a greater id. */
  readonly after?: number | undefined;
  /** Only messages sent then or later: milliseconds since 1970, tenant's clock. */
  readonly since?: number | undefined;
}

/** How many messages are kept: anybody can cause one. */
const capacity = 10_000;

/** Stores a message in the request that causes it, and wakes whoever waits for one. */
export function sendMessage(tenant: TenantContext, message: NewMessage): Message {
  const [row] = tenant.database.all<MessageRow>(
    `INSERT INTO messages (at, kind, recipient, subject, code, url, locale, client_id, push)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    tenant.clock.now(),
    message.kind,
    message.to,
    message.subject,
    message.code,
    message.url,
    message.locale,
    message.clientId,
    message.push,
  );
  if (!row) throw new Error("The database returned no row for a new message.");
  const sent = messageOf(row);
  tenant.database.run("DELETE FROM messages WHERE id <= ?", sent.id - capacity);
  tenant.arrivals.emit("message", sent);
  return sent;
}

/** Newest first, 500 at most. */
export function listMessages(tenant: TenantContext, filter: MessageFilter = {}): Message[] {
  return select(tenant, filter, "DESC LIMIT 500");
}

/** The first match after `filter.after`; where that is left out, the newest of all. */
export function findMessage(tenant: TenantContext, filter: MessageFilter): Message | undefined {
  return select(tenant, filter, filter.after === undefined ? "DESC LIMIT 1" : "ASC LIMIT 1")[0];
}

export function findMessageById(tenant: TenantContext, id: number): Message | undefined {
  const row = tenant.database.one<MessageRow>("SELECT * FROM messages WHERE id = ?", id);
  return row && messageOf(row);
}

export function clearMessages(tenant: TenantContext): void {
  tenant.database.run("DELETE FROM messages");
}

function select(
  tenant: TenantContext,
  { to, kind, after, since }: MessageFilter,
  order: "DESC LIMIT 500" | "DESC LIMIT 1" | "ASC LIMIT 1",
): Message[] {
  return tenant.database
    .all<MessageRow>(
      `SELECT * FROM messages WHERE id > ?1 AND at >= ?2 AND (?3 IS NULL OR kind = ?3)
         AND (?4 IS NULL OR recipient = ?4 COLLATE NOCASE)
       ORDER BY id ${order}`,
      after ?? 0,
      since ?? 0,
      kind,
      to,
    )
    .map(messageOf);
}

function messageOf(row: MessageRow): Message {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    to: row.recipient,
    subject: row.subject,
    code: row.code,
    url: row.url,
    locale: row.locale,
    clientId: row.client_id,
    push: row.push,
  };
}
