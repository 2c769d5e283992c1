import type { TenantContext } from "../context.js";
import {
  clearMessages,
  findMessageById,
  listMessages,
  type Message,
  type MessageFilter,
  type MessageKind,
} from "./messages.js";
import { decidePush, pushStatus, type PushDecision, type PushStatus } from "./push-decisions.js";
import { longestWait, waitForMessage } from "./wait-for-message.js";

/** A mail, text message or push notification, as the inbox shows it. */
export interface InboxMessage {
  /** Grows with every message, also when the inbox was cleared. */
  readonly id: number;
  /** Milliseconds since 1970, tenant's clock. */
  readonly ts: number;
  readonly kind: MessageKind;
  /** E-mail address or phone number. */
  readonly to: string;
  readonly subject: string;
  readonly code?: string;
  readonly url?: string;
  readonly locale: string | null;
  readonly clientId?: string;
  /** What became of a push. */
  readonly push?: PushStatus;
}

/** How long to wait besides what for. */
export interface InboxWait extends MessageFilter {
  /** Milliseconds of real time, 60 000 at most. Default 5000. */
  readonly timeoutMs?: number;
}

/** `approve` and `deny` answer false if the push no longer waits for it. */
export interface Inbox {
  /** Newest first, 500 at most. */
  list(filter?: MessageFilter): InboxMessage[];
  /**
   * The first match after the id `after`, as soon as it is sent; without `after` the newest match.
   * Throws if none came in time.
   */
  wait(filter?: InboxWait): Promise<InboxMessage>;
  approve(id: number): boolean;
  deny(id: number): boolean;
  clear(): void;
}

/** Milliseconds that a call waits which does not say. */
export const usualWait = 5000;

/** The inbox as programs use it. */
export function createInbox(tenant: TenantContext): Inbox {
  return {
    list: (filter) => listMessages(tenant, filter).map((message) => inboxMessage(tenant, message)),
    async wait({ timeoutMs = usualWait, ...filter }: InboxWait = {}) {
      checkWait(timeoutMs);
      const message = await waitForMessage(tenant, filter, { timeoutMs });
      if (!message) throw missing(tenant, filter, timeoutMs);
      return inboxMessage(tenant, message);
    },
    approve: (id) => decideMessage(tenant, id, "approved"),
    deny: (id) => decideMessage(tenant, id, "denied"),
    clear: () => clearMessages(tenant),
  };
}

/** Leaves out what a message does not have, and the secret behind a push. */
export function inboxMessage(tenant: TenantContext, message: Message): InboxMessage {
  const { id, at: ts, kind, to, subject, code, url, locale, clientId, push } = message;
  return {
    id,
    ts,
    kind,
    to,
    subject,
    ...(code !== null && { code }),
    ...(url !== null && { url }),
    locale,
    ...(clientId !== null && { clientId }),
    ...(push !== null && { push: pushStatus(tenant, push) }),
  };
}

/** Answers the push that a message asks for. False if it does not wait for an answer. */
export function decideMessage(tenant: TenantContext, id: number, decision: PushDecision): boolean {
  const push = findMessageById(tenant, id)?.push ?? null;
  return push !== null && decidePush(tenant, push, decision);
}

function checkWait(timeoutMs: number): void {
  if (timeoutMs >= 0 && timeoutMs <= longestWait) return;
  throw new Error(
    `timeoutMs is ${timeoutMs}: nothing was waited for. Give milliseconds from 0 to ${longestWait}.`,
  );
}

function missing(tenant: TenantContext, filter: MessageFilter, timeoutMs: number): Error {
  if (tenant.closing.aborted) {
    return new Error("The tenant closed while a message was waited for: close it after the wait.");
  }
  const sought = JSON.stringify(filter);
  const held = listMessages(tenant).map(({ id, kind, to }) => `${id} ${kind} to ${to}`);
  return new Error(
    `No message matched ${sought} within ${timeoutMs} ms, so the wait was given up. ` +
      `Compare with what the inbox holds: ${held.slice(0, 10).join(", ") || "nothing"}.`,
  );
}
