import { coAuthenticate, type Credentials } from "../authentication/co-authenticate.js";
import type { AuthorizationResponse } from "../callback/authorization-response.js";
import { authError } from "../errors/auth-error.js";
import { keepCoVerifier } from "../transaction/co-verifiers.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import type { Transaction } from "../transaction/transaction.js";
import type { CallOptions } from "../transport/deadline.js";
import { load } from "../transport/load.js";
import type { EngineConfig, RedirectRequest } from "./engine.js";
import { transactionOf } from "./transaction-of.js";
import type { Workings } from "./workings.js";

/** The address of a visit at the tenant's pages, whose transaction is kept for the way back. */
export async function authorizeUrl(
  { config, urlOf }: Workings,
  request: RedirectRequest,
): Promise<string> {
  const transaction = transactionOf(request, config.responseType);
  return kept(config, transaction, () => urlOf(transaction, request));
}

/** Trades the credentials for a ticket and gives the address that takes it. */
export async function loginUrl(
  { config, urlOf }: Workings,
  credentials: Credentials,
  request: RedirectRequest,
  options: CallOptions,
  authenticate: typeof coAuthenticate = coAuthenticate,
): Promise<string> {
  const { tenant, responseType } = config;
  const { realm } = credentials;
  const transaction = transactionOf({ ...request, connection: realm }, responseType);
  return kept(config, transaction, async () => {
    const { ticket, id, verifier } = await authenticate(tenant, credentials, options);
    if (id && verifier) keepCoVerifier(tenant.origin, id, verifier);
    return urlOf(transaction, { ...request, loginTicket: ticket, realm });
  });
}

/** The transaction that a response belongs to, given out once. */
export async function takeTransaction(
  { config }: Workings,
  response: AuthorizationResponse,
): Promise<Transaction> {
  // What it takes to redeem the response has to be there first: what does not arrive must not cost it.
  await load(() => import("./with-tokens.js"));
  const state = "state" in response ? response.state : undefined;
  const store = createTransactionStore(config.name);
  const transaction = state === undefined ? undefined : store.take(state);
  if (response.kind === "malformed") throw authError("invalid_callback");
  if (transaction) return transaction;
  throw authError(response.kind === "error" ? "unsolicited" : "transaction_lost");
}

/** Keeps a transaction for the way back, unless the way there fails. Throws `storage_unavailable`. */
async function kept(
  { name }: EngineConfig,
  transaction: Transaction,
  address: () => Promise<string>,
): Promise<string> {
  const transactions = createTransactionStore(name);
  transactions.add(transaction);
  try {
    return await address();
  } catch (error) {
    transactions.take(transaction.state);
    throw error;
  }
}
