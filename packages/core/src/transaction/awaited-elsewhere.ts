import { shelves, transactionsPrefix } from "./clear-transactions.js";
import { createTransactionStore } from "./transaction-store.js";

/** Whether not the client of this name but another one of the page waits for a state. */
export function isAwaitedElsewhere(name: string, state: string): boolean {
  const isAwaited = (whose: string) => createTransactionStore(whose).has(state);
  return !isAwaited(name) && clients().some(isAwaited);
}

/** The names of all clients that wait for a response in this browser's storage. */
function clients(): string[] {
  return shelves.flatMap((shelf) => {
    try {
      const keys = Object.keys(globalThis[shelf]);
      return keys
        .filter((key) => key.startsWith(transactionsPrefix))
        .map((key) => key.slice(transactionsPrefix.length));
    } catch {
      return [];
    }
  });
}
