import type { LogoutTarget } from "../authentication/authorize-url.js";
import { revokeRefreshToken } from "../authentication/revoke.js";
import { assertRunnable, type FlowContext } from "./flow-context.js";
import type { Anonymous, Redirecting } from "./outcome.js";

/** What `logout` takes. */
export interface LogoutParams extends LogoutTarget {
  /** Ends the session in this browser's tabs only and stays on the page; the tenant's session goes on. */
  readonly local?: boolean | undefined;
}

/** Ends the session in every tab and takes back its refresh token, then ends the tenant's: GET /v2/logout. */
export async function logout(
  context: FlowContext,
  { local = false, ...target }: LogoutParams = {},
): Promise<Redirecting | Anonymous> {
  assertRunnable();
  const { session, sync, engine } = context;
  const refreshToken = session.tokens?.refreshToken;
  session.end("signed_out");
  context.transactions.clear();
  context.pendingMessage.clear();
  context.storage?.write(null);
  sync.tell({ type: "signed_out" });
  // Nobody waits for it: it ends although the page is left, and a failure leaves nothing to be done.
  if (refreshToken)
    revokeRefreshToken(context.verification.tenant, refreshToken, {}).catch(() => {});
  if (local) return { kind: "anonymous" };
  context.navigate(engine.logoutUrl(target));
  return { kind: "redirecting" };
}
