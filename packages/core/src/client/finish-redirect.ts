import type { AuthorizationResponse } from "../callback/authorization-response.js";
import { parseResponse } from "../callback/parse-response.js";
import type { TakenResponse } from "../callback/take-callback.js";
import { isAuthError, type AuthError } from "../errors/auth-error.js";
import { callApp } from "../errors/call-app.js";
import { askedFor, type FlowContext } from "../flows/flow-context.js";
import type { Anonymous, Authenticated } from "../flows/outcome.js";
import { goTo, redeemCallback } from "../flows/redeem-callback.js";
import type { User } from "../identity/user.js";
import { accessTokenKey } from "../session/asked-for.js";
import { isAwaitedElsewhere } from "../transaction/awaited-elsewhere.js";
import type { AppState, Transaction } from "../transaction/transaction.js";

/** What a start goes by that has found a response. */
export interface FoundResponse {
  readonly onRedirectCallback: ((appState: AppState | undefined, user: User) => void) | undefined;
  /** Takes up what this tab's storage has kept, and keeps what comes. */
  readonly resume: () => Promise<unknown>;
  /** Asks the tenant who is signed in. `reason` is why the response does not tell, where nobody is. */
  readonly askTenant: (reason: AuthError) => Promise<Authenticated | Anonymous>;
  readonly signal: AbortSignal;
  readonly assertStillWanted: () => void;
}

/** What a client of this page has answered for. */
const claimed = new WeakSet<TakenResponse>();

/**
 * Redeems the response that a start has found in the address, and tells the app; undefined where it is another
 * client's of the page. Throws why it cannot be used.
 */
export async function finishRedirect(
  context: FlowContext,
  taken: TakenResponse,
  found: FoundResponse,
): Promise<Authenticated | Anonymous | undefined> {
  const response = parseResponse(taken.search, taken.hash);
  const state = "state" in response ? response.state : undefined;
  const isAwaited = state !== undefined && isAwaitedElsewhere(context.channel.name, state);
  if (isAwaited || claimed.has(taken)) return undefined;
  claimed.add(taken);
  try {
    const transaction = await context.engine.takeTransaction(response);
    // A fresh proof is about the session that this tab has kept, if it has.
    if (transaction.subject !== undefined) await found.resume();
    const outcome = await redeem(context, response, transaction, found);
    if (outcome.kind !== "authenticated") return outcome;
    const { appState } = transaction;
    void found.resume();
    callApp(() => (found.onRedirectCallback ?? goTo)(appState, outcome.session.user));
    return { ...outcome, ...(appState && { appState }) };
  } catch (error) {
    if (!isAuthError(error) || !wasRepeated.has(error.code)) throw error;
    // It leaves the session that this tab has kept.
    await found.resume();
    return found.askTenant(error);
  }
}

/** A response that cannot be redeemed again says nothing about whether somebody is signed in. */
const wasRepeated: ReadonlySet<string> = new Set([
  "transaction_lost",
  "transaction_expired",
  "unsolicited",
]);

/** The tenant has signed somebody in by now, so a request that failed on the way does not have to be the end. */
async function redeem(
  context: FlowContext,
  response: AuthorizationResponse,
  transaction: Transaction,
  found: FoundResponse,
): Promise<Authenticated | Anonymous> {
  try {
    return await redeemCallback(context, response, transaction, found);
  } catch (error) {
    const isUnknown = isAuthError(error) && (error.retryable || error.code === "network");
    if (!isUnknown || !isOrdinary(context, transaction)) throw error;
    return found.askTenant(error);
  }
}

/** Whether the tenant's session answers it as well: not for a fresh proof, and not for another organization or API. */
function isOrdinary(context: FlowContext, transaction: Transaction): boolean {
  const { maxAge, subject } = transaction;
  const isPlain = maxAge === undefined && subject === undefined;
  return isPlain && accessTokenKey(transaction) === accessTokenKey(askedFor(context, {}));
}
