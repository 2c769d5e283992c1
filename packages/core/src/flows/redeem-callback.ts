import type { AuthorizationResponse } from "../callback/parse-response.js";
import { safeReturnTo } from "../callback/return-to.js";
import { forgetCoVerifiers } from "../transaction/co-verifiers.js";
import type { AppState, Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { FlowContext } from "./flow-context.js";
import { keepSignIn } from "./keep-tokens.js";
import type { Authenticated } from "./outcome.js";

/** Redeems the response of a redirect and begins the session. `assertStillWanted` throws where nobody wants it any more. */
export async function redeemCallback(
  context: FlowContext,
  response: AuthorizationResponse,
  transaction: Transaction,
  { signal, assertStillWanted }: CallOptions & { readonly assertStillWanted: () => void },
): Promise<Authenticated> {
  const tokens = await context.engine.redeem(response, transaction, { signal });
  assertStillWanted();
  forgetCoVerifiers(context.verification.tenant.origin);
  const { appState, connection } = transaction;
  const how = { seenSilently: false, signIn: { connection } };
  const outcome = keepSignIn(context, tokens, transaction, how);
  return { ...outcome, ...(appState && { appState }) };
}

/** What happens after a redirect unless the app says otherwise: the address becomes `returnTo`, without loading a page. */
export function goTo(appState: AppState | undefined): void {
  if (!appState?.returnTo) return;
  window.history.replaceState(window.history.state, "", safeReturnTo(appState.returnTo));
}
