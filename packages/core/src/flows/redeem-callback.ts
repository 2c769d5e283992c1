import type { AuthorizationResponse } from "../callback/authorization-response.js";
import { parseCallback } from "../callback/parse-callback.js";
import { parseResponse } from "../callback/parse-response.js";
import { safeReturnTo } from "../callback/return-to.js";
import type { TakenResponse } from "../callback/take-callback.js";
import { authError } from "../errors/auth-error.js";
import { forgetCoVerifiers } from "../transaction/co-verifiers.js";
import type { AppState, Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext } from "./flow-context.js";
import { keepProof } from "./keep-proof.js";
import { keepSignIn } from "./keep-tokens.js";
import type { Authenticated } from "./outcome.js";

/** How a response is redeemed. `assertStillWanted` throws where nobody wants it any more. */
interface Redeeming extends CallOptions {
  readonly assertStillWanted: () => void;
}

/** Redeems the response of a redirect and begins the session. */
export async function redeemCallback(
  context: FlowContext,
  response: AuthorizationResponse,
  transaction: Transaction,
  { signal, assertStillWanted }: Redeeming,
): Promise<Authenticated> {
  const tokens = await context.engine.redeem(response, transaction, { signal });
  assertStillWanted();
  forgetCoVerifiers(context.verification.tenant.origin);
  const { appState, connection, subject } = transaction;
  const begin = subject === undefined ? undefined : keepProof;
  const how = { seenSilently: false, signIn: { connection }, begin };
  const outcome = keepSignIn(context, tokens, transaction, how);
  return { ...outcome, ...(appState && { appState }) };
}

/** Redeems a response that the app has given, or that stood in the address, and demands its own state and nonce of it. */
export async function redeemGiven(
  context: FlowContext,
  given: string | TakenResponse,
  { state, nonce }: { readonly state?: string | undefined; readonly nonce?: string | undefined },
  redeeming: Redeeming,
): Promise<Authenticated | { readonly kind: "none" }> {
  const response =
    typeof given === "string" ? parseCallback(given) : parseResponse(given.search, given.hash);
  if (response.kind === "none") return response;
  const answered = "state" in response ? response.state : undefined;
  if (state !== undefined && state !== answered) throw authError("invalid_callback");
  const known = await context.engine.takeTransaction(response);
  const transaction = nonce === undefined ? known : { ...known, nonce };
  return redeemCallback(context, response, transaction, redeeming);
}

/** What happens after a redirect unless the app says otherwise: the address becomes `returnTo`, without loading a page. */
export function goTo(appState: AppState | undefined): void {
  if (!appState?.returnTo) return;
  const { state } = window.history;
  window.history.replaceState(state, "", safeReturnTo(appState.returnTo));
  // Routers look at the address when they hear of this.
  window.dispatchEvent(new PopStateEvent("popstate", { state }));
}
