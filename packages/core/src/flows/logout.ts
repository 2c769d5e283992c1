import type { LogoutTarget } from "../authentication/authorize-url.js";
import { assertRunnable, type FlowContext } from "./flow-context.js";
import type { Anonymous, Redirecting } from "./outcome.js";

/** What `logout` takes. */
export interface LogoutParams extends LogoutTarget {
  /** Ends the session in this browser's tabs only and stays on the page; the tenant's session goes on. */
  readonly local?: boolean | undefined;
}

/** Ends the session in every tab, then the tenant's: GET /v2/logout. */
export async function logout(
  { session, sync, transactions, engine, navigate }: FlowContext,
  { local = false, ...target }: LogoutParams = {},
): Promise<Redirecting | Anonymous> {
  assertRunnable();
  session.end("signed_out");
  transactions.clear();
  sync.tell({ type: "signed_out" });
  if (local) return { kind: "anonymous" };
  navigate(engine.logoutUrl(target));
  return { kind: "redirecting" };
}
