import { authError } from "../errors/auth-error.js";
import { isObject } from "../errors/is-object.js";
import { shelves, transactionsKey, type Shelf } from "./clear-transactions.js";
import type { Transaction } from "./transaction.js";

/** The transactions of this tab that still wait for their response. */
export interface TransactionStore {
  /** Throws `storage_unavailable` where the browser would lose it. */
  add(transaction: Transaction): void;
  /** Whether a transaction waits for this state. */
  has(state: string): boolean;
  /** Gives a transaction out once and forgets it; undefined for an unknown state. Throws `transaction_expired`. */
  take(state: string): Transaction | undefined;
}

/** How many may wait at the same time; the oldest goes first. */
const most = 5;
const lifetime = 30 * 60_000;

/**
 * Keeps transactions in sessionStorage, so that they survive the redirect and stay in their tab; the ones that any
 * tab may take, in localStorage. `name` separates applications and tenants that share a page.
 */
export function createTransactionStore(name: string): TransactionStore {
  const key = transactionsKey(name);

  return {
    add(transaction) {
      const shelf = transaction.anyTab ? "localStorage" : "sessionStorage";
      // A state of the app's own may come again; its new transaction takes the place of the one before.
      const kept = read(shelf)
        .filter((one) => isFresh(one) && one.state !== transaction.state)
        .slice(1 - most);
      write(shelf, [...kept, transaction]);
      if (read(shelf).at(-1)?.state !== transaction.state) throw authError("storage_unavailable");
    },
    has: (state) => shelves.some((shelf) => read(shelf).some((one) => one.state === state)),
    take(state) {
      for (const shelf of shelves) {
        const all = read(shelf);
        const found = all.find((transaction) => transaction.state === state);
        if (!found) continue;
        write(
          shelf,
          all.filter((transaction) => transaction !== found && isFresh(transaction)),
        );
        if (!isFresh(found)) throw authError("transaction_expired");
        return found;
      }
      return undefined;
    },
  };

  function read(shelf: Shelf): Transaction[] {
    try {
      const value: unknown = JSON.parse(globalThis[shelf].getItem(key) ?? "[]");
      return Array.isArray(value) ? value.filter(isTransaction) : [];
    } catch {
      return [];
    }
  }

  function write(shelf: Shelf, transactions: readonly Transaction[]): void {
    // Outside the try: an appState that is no JSON is the app's mistake, not the browser's.
    const text = JSON.stringify(transactions);
    try {
      if (transactions.length > 0) globalThis[shelf].setItem(key, text);
      else globalThis[shelf].removeItem(key);
    } catch {
      // `add` finds out by reading back; the other callers lose nothing.
    }
  }
}

function isFresh({ createdAt }: Transaction): boolean {
  const age = Date.now() - createdAt;
  return age >= 0 && age < lifetime;
}

/** Storage is writable by any script of the page, so what comes back is checked. */
function isTransaction(value: unknown): value is Transaction {
  if (!isObject(value)) return false;
  const texts = ["state", "nonce", "codeVerifier", "redirectUri", "responseType", "scope"];
  return (
    texts.every((name) => typeof value[name] === "string" && value[name] !== "") &&
    typeof value["createdAt"] === "number" &&
    ["number", "undefined"].includes(typeof value["maxAge"])
  );
}
