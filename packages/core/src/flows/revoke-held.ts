import { revokeRefreshToken } from "../authentication/revoke.js";
import type { Tenant } from "../authentication/tenant.js";
import { load } from "../transport/load.js";
import type { HeldToken } from "./flow-context.js";

/** Takes back the refresh token of a session that was ended. `deadline`: how long the code for it may take, in milliseconds. */
export async function revokeHeld(tenant: Tenant, held: HeldToken, deadline: number): Promise<void> {
  const refreshToken = held.refreshToken ?? (await refreshTokenIn(held.kept, deadline));
  if (!refreshToken) return;
  // Nobody waits for its end: that comes although the page is left, and a failure leaves nothing to be done.
  revokeRefreshToken(tenant, refreshToken, {}).catch(() => {});
}

async function refreshTokenIn(kept: string | null, deadline: number): Promise<string | undefined> {
  const part = () => import("../session/kept-session.js");
  const { readKeptSession } = await load(part, { deadline });
  return readKeptSession(kept)?.refreshToken;
}
