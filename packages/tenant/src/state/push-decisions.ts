import type { TenantContext } from "../context.js";

export type PushDecision = "approved" | "denied";

/** `over`: it was answered by other means, or its time has passed. */
export type PushStatus = "pending" | PushDecision | "over";

/** What became of a push; `digest` is the message's `push`. */
export function pushStatus(tenant: TenantContext, digest: string): PushStatus {
  const challenge = tenant.database.one<{ status: string; expires_at: number }>(
    "SELECT status, expires_at FROM oob_challenges WHERE digest = ?",
    digest,
  );
  switch (challenge?.status) {
    case "approved":
    case "denied":
      return challenge.status;
    case "pending":
      return challenge.expires_at > tenant.clock.now() ? "pending" : "over";
    default:
      return "over";
  }
}

/** Answers a push in its reader's place. False if it no longer waits for an answer. */
export function decidePush(tenant: TenantContext, digest: string, decision: PushDecision): boolean {
  const decided = tenant.database.run(
    `UPDATE oob_challenges SET status = ?
     WHERE digest = ? AND status = 'pending' AND expires_at > ?`,
    decision,
    digest,
    tenant.clock.now(),
  );
  return decided > 0;
}
