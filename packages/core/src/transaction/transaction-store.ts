import { authError } from "../errors/auth-error.js";
import type { Transaction } from "./transaction.js";

/** The transactions of this tab that still wait for their response. */
export interface TransactionStore {
  /** Throws `storage_unavailable` where the browser would lose it. */
  add(transaction: Transaction): void;
  /** Gives a transaction out once and forgets it; undefined for an unknown state. Throws `transaction_expired`. */
  take(state: string): Transaction | undefined;
  clear(): void;
}

/** How many may wait at the same time; the oldest goes first. */
const most = 5;
const lifetime = 30 * 60_000;

/**
 * Keeps transactions in sessionStorage, so that they survive the redirect and stay in their tab. `name`
 * separates applications and tenants that share a page.
 */
export function createTransactionStore(name: string): TransactionStore {
  const key = `portico.transactions.${name}`;

  return {
    add(transaction) {
      const kept = read()
        .filter(isFresh)
        .slice(1 - most);
      write([...kept, transaction]);
      if (read().at(-1)?.state !== transaction.state) throw authError("storage_unavailable");
    },
    take(state) {
      const all = read();
      const found = all.find((transaction) => transaction.state === state);
      if (!found) return undefined;
      write(all.filter((transaction) => transaction !== found && isFresh(transaction)));
      if (!isFresh(found)) throw authError("transaction_expired");
      return found;
    },
    clear() {
      write([]);
    },
  };

  function read(): Transaction[] {
    try {
      const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
      return Array.isArray(value) ? value.filter(isTransaction) : [];
    } catch {
      return [];
    }
  }

  function write(transactions: readonly Transaction[]): void {
    // Outside the try: an appState that is no JSON is the app's mistake, not the browser's.
    const text = JSON.stringify(transactions);
    try {
      if (transactions.length > 0) sessionStorage.setItem(key, text);
      else sessionStorage.removeItem(key);
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
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  const texts = ["state", "nonce", "codeVerifier", "redirectUri", "responseType", "scope"];
  return (
    texts.every((name) => typeof entry[name] === "string" && entry[name] !== "") &&
    typeof entry["createdAt"] === "number" &&
    ["number", "undefined"].includes(typeof entry["maxAge"])
  );
}
