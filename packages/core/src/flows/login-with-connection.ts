import type { AppState } from "../transaction/transaction.js";
import { redirectRequest } from "./redirect-request.js";
import { askedFor, assertRunnable, watchSignOut, type FlowContext } from "./flow-context.js";
import { hostedDetails, type HostedLoginParams } from "./hosted-login.js";
import type { Redirecting } from "./outcome.js";

/** What `loginWithConnection` takes; all of it optional. */
export interface ConnectionLoginParams extends HostedLoginParams {
  /** Where the browser comes back to, if elsewhere than the configuration says. */
  readonly redirectUri?: string | undefined;
  /** How the answer comes back, if not as usual; `form_post` needs a server at `redirectUri`. */
  readonly responseMode?: "query" | "fragment" | "form_post" | undefined;
  /** A state of one's own in the place of a random one. It is used once. */
  readonly state?: string | undefined;
  /** Kept in this tab for the way back. */
  readonly appState?: AppState | undefined;
}

/** Leaves for the tenant's own login page, or a connection's: GET /authorize. Throws `storage_unavailable`. */
export async function loginWithConnection(
  context: FlowContext,
  params: ConnectionLoginParams = {},
): Promise<Redirecting> {
  const assertStillWanted = watchSignOut(context);
  const url = await hostedLoginUrl(context, params);
  assertStillWanted();
  context.navigate(url);
  return { kind: "redirecting" };
}

/** The address that `loginWithConnection` leaves for, to be followed from this tab. */
export async function hostedLoginUrl(
  context: FlowContext,
  params: ConnectionLoginParams = {},
): Promise<string> {
  assertRunnable();
  const { redirectUri, responseMode, state, appState } = params;
  const request = redirectRequest(context, askedFor(context, params), appState);
  return context.engine.authorizeUrl({
    ...request,
    ...hostedDetails(params),
    redirectUri: redirectUri ?? request.redirectUri,
    responseMode,
    state,
  });
}
