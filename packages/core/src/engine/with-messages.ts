import {
  passwordlessStart as start,
  type PasswordlessStartRequest,
} from "../authentication/passwordless-start.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import { codeChallenge } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import type { RedirectRequest } from "./engine.js";
import { transactionOf } from "./transaction-of.js";
import type { Workings } from "./workings.js";

/** Sends a code, or a link whose response any tab of this browser may take. */
export async function passwordlessStart(
  { config: { tenant, responseType, name } }: Workings,
  request: PasswordlessStartRequest,
  link: RedirectRequest | undefined,
  options: CallOptions,
  send: typeof start = start,
): Promise<void> {
  if (!link) return send(tenant, request, options);
  const transaction = { ...transactionOf(link, responseType), anyTab: true };
  const { state, nonce, redirectUri, scope, audience, organization } = transaction;
  const transactions = createTransactionStore(name);
  transactions.add(transaction);
  const authParams = {
    ...request.authParams,
    scope,
    audience,
    organization,
    redirect_uri: redirectUri,
    response_type: responseType,
    response_mode: undefined,
    state,
    nonce,
    ...(responseType === "code" && {
      code_challenge: await codeChallenge(transaction.codeVerifier),
      code_challenge_method: "S256",
    }),
  };
  try {
    await send(tenant, { ...request, authParams }, options);
  } catch (error) {
    transactions.take(state);
    throw error;
  }
}
