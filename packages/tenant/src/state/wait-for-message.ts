import type { TenantContext } from "../context.js";
import { findMessage, type Message, type MessageFilter } from "./messages.js";

/** Milliseconds that one call may wait. */
export const longestWait = 60_000;

/**
 * Resolves with the message that `findMessage` finds, now or once it is sent. Undefined after
 * `timeoutMs` (real time, whatever the tenant's clock says), when the tenant closes, or when
 * `signal` is aborted.
 */
export function waitForMessage(
  tenant: TenantContext,
  filter: MessageFilter,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal | undefined },
): Promise<Message | undefined> {
  const { arrivals, closing } = tenant;
  if (closing.aborted || signal?.aborted) return Promise.resolve(undefined);
  const present = findMessage(tenant, filter);
  if (present) return Promise.resolve(present);

  return new Promise((resolve) => {
    let waiting = true;
    // A message may be sent inside a transaction: look only after that has been kept or undone.
    const lookSoon = () => queueMicrotask(look);
    const giveUp = () => settle(undefined);
    const timer = setTimeout(giveUp, timeoutMs);
    arrivals.on("message", lookSoon);
    closing.addEventListener("abort", giveUp);
    signal?.addEventListener("abort", giveUp);

    function look(): void {
      const found = waiting ? findMessage(tenant, filter) : undefined;
      if (found) settle(found);
    }

    function settle(found: Message | undefined): void {
      waiting = false;
      clearTimeout(timer);
      arrivals.off("message", lookSoon);
      closing.removeEventListener("abort", giveUp);
      signal?.removeEventListener("abort", giveUp);
      resolve(found);
    }
  });
}
