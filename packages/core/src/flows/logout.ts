import type { LogoutTarget } from "../authentication/authorize-url.js";
import { markSignOut } from "../session/sign-out-mark.js";
import { clearTransactions } from "../transaction/clear-transactions.js";
import { assertRunnable, type FlowContext } from "./flow-context.js";
import type { Anonymous, Redirecting } from "./outcome.js";

/** What `logout` takes. */
export interface LogoutParams extends LogoutTarget {
  /** Ends the session in this browser's tabs only and stays on the page; the tenant's session goes on. */
  readonly local?: boolean | undefined;
}

/** Milliseconds. */
const longestWait = 2_000;

/** Ends the session in every tab and takes back its refresh token, then ends the tenant's: GET /v2/logout. */
export async function logout(
  context: FlowContext,
  { local = false, ...target }: LogoutParams = {},
): Promise<Redirecting | Anonymous> {
  assertRunnable();
  const { session, sync, engine } = context;
  const refreshToken = session.tokens?.refreshToken;
  // A session that is still being taken up from storage has one too.
  const kept = refreshToken ? null : (context.storage?.read() ?? null);
  // First, so that whoever follows the session finds it gone.
  context.pendingMessage.clear();
  session.end("signed_out");
  clearTransactions(context.channel.name);
  markSignOut(context.channel.name);
  context.storage?.write(null);
  sync.tell({ type: "signed_out" });
  if (refreshToken ?? kept) await revoke(context, refreshToken, kept).catch(() => {});
  if (local) return { kind: "anonymous" };
  context.navigate(engine.logoutUrl(target));
  return { kind: "redirecting" };
}

/** Whoever holds a refresh token has most often loaded what this takes; nobody waits long for it at a sign-out. */
async function revoke(
  { verification, following }: FlowContext,
  refreshToken: string | undefined,
  kept: string | null,
): Promise<void> {
  const { revokeHeld } = await following({ deadline: longestWait });
  await revokeHeld(verification.tenant, { refreshToken, kept }, longestWait);
}
