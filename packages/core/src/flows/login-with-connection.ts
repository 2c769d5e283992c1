import type { AppState } from "../transaction/transaction.js";
import { askedFor, assertRunnable, type FlowContext, type TokenParams } from "./flow-context.js";
import { redirectRequest } from "./database-login.js";
import type { Redirecting } from "./outcome.js";

/** What `loginWithConnection` takes; all of it optional. */
export interface ConnectionLoginParams extends TokenParams {
  /** A social, enterprise or database connection; without one the tenant's page lets the user choose. */
  readonly connection?: string | undefined;
  /** The e-mail address to fill in. */
  readonly loginHint?: string | undefined;
  /** Opens the tenant's page on its sign-up. */
  readonly screenHint?: "signup" | undefined;
  /** What the tenant must ask even of somebody who is signed in there. */
  readonly prompt?: "login" | "consent" | "select_account" | undefined;
  /** Seconds since the last sign-in that are allowed; the answer is held to it. */
  readonly maxAge?: number | undefined;
  readonly appState?: AppState | undefined;
}

/** Leaves for the tenant's own login page, or a connection's: GET /authorize. Throws `storage_unavailable`. */
export async function loginWithConnection(
  context: FlowContext,
  params: ConnectionLoginParams = {},
): Promise<Redirecting> {
  assertRunnable();
  const { connection, loginHint, screenHint, prompt, maxAge, appState } = params;
  const request = redirectRequest(context, askedFor(context, params), appState);
  const more = { connection, loginHint, screenHint, prompt, maxAge };
  context.navigate(await context.engine.authorizeUrl({ ...request, ...more }));
  return { kind: "redirecting" };
}
