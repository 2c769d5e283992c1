import { poll } from "../session/polling.js";
import type { FlowContext } from "./flow-context.js";
import { followTenantSession } from "./renewal.js";

/** Follows the tenant's session every `interval` milliseconds, until `signal` fires. */
export function keepWatch(context: FlowContext, interval: number, signal: AbortSignal): void {
  const { session, sync, channel } = context;
  const look = () => followTenantSession(context, { signal });
  poll({ name: channel.name, interval, session, sync, look }, signal);
}
