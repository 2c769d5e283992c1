import type { AuthorizationResponse } from "../callback/parse-response.js";
import { authError } from "../errors/auth-error.js";
import type { Transaction } from "../transaction/transaction.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import type { EngineConfig, RedirectRequest } from "./engine.js";
import { transactionOf } from "./transaction-of.js";

/** Begins a visit at the tenant's pages and keeps what its answer is held against. Throws `storage_unavailable`. */
export function beginTransaction(
  { name, responseType }: EngineConfig,
  request: RedirectRequest,
): Transaction {
  const transaction = transactionOf(request, responseType);
  createTransactionStore(name).add(transaction);
  return transaction;
}

/** The transaction that a response belongs to, given out once. */
export function takeTransaction(
  { name }: EngineConfig,
  response: AuthorizationResponse,
): Transaction {
  const state = "state" in response ? response.state : undefined;
  const transaction = state === undefined ? undefined : createTransactionStore(name).take(state);
  if (response.kind === "malformed") throw authError("invalid_callback");
  if (transaction) return transaction;
  throw authError(response.kind === "error" ? "unsolicited" : "transaction_lost");
}
