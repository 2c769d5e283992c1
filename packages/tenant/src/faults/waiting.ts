import { setTimeout } from "node:timers/promises";
import type { HttpContext } from "../http/environment.js";

/** False if the tenant closes before the time is over. */
export async function pause(c: HttpContext, milliseconds: number): Promise<boolean> {
  const { closing } = c.var.tenant;
  return setTimeout(milliseconds, true, { signal: closing }).catch(() => false);
}

/** Resolves once nobody waits for the answer any more. */
export function untilGone(c: HttpContext): Promise<void> {
  const { closing } = c.var.tenant;
  const socket = c.env.incoming?.socket;
  return new Promise((resolve) => {
    const gone = () => resolve();
    if (closing.aborted || socket?.destroyed) return gone();
    closing.addEventListener("abort", gone, { once: true });
    if (socket) socket.once("close", gone);
    else c.req.raw.signal.addEventListener("abort", gone, { once: true });
  });
}
