import type { LogoutTarget } from "../authentication/authorize-url.js";
import { markSignOut } from "../session/sign-out-mark.js";
import { clearTransactions } from "../transaction/clear-transactions.js";
import { load } from "../transport/load.js";
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
  session.end("signed_out");
  clearTransactions(context.channel.name);
  markSignOut(context.channel.name);
  context.pendingMessage.clear();
  context.storage?.write(null);
  sync.tell({ type: "signed_out" });
  if (refreshToken ?? kept) await revoke(context, { refreshToken, kept }).catch(() => {});
  if (local) return { kind: "anonymous" };
  context.navigate(engine.logoutUrl(target));
  return { kind: "redirecting" };
}

/** A refresh token in memory, or the session in storage that may have one. */
interface HeldToken {
  readonly refreshToken: string | undefined;
  readonly kept: string | null;
}

/** Whoever holds a refresh token has most often loaded what a request takes; nobody waits long for it at a sign-out. */
async function revoke({ verification }: FlowContext, known: HeldToken): Promise<void> {
  const deadline = longestWait;
  const refreshToken = known.refreshToken ?? (await refreshTokenIn(known.kept, deadline));
  if (!refreshToken) return;
  const part = () => import("../engine/with-tokens.js");
  const { revokeRefreshToken } = await load(part, { deadline });
  // Nobody waits for its end: that comes although the page is left, and a failure leaves nothing to be done.
  revokeRefreshToken(verification.tenant, refreshToken, {}).catch(() => {});
}

async function refreshTokenIn(kept: string | null, deadline: number): Promise<string | undefined> {
  const part = () => import("../session/kept-session.js");
  const { readKeptSession } = await load(part, { deadline });
  return readKeptSession(kept)?.refreshToken;
}
