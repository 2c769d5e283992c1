/** The tab's own, which a redirect comes back to; and the browser's, for what may be answered in any tab. */
export const shelves = ["sessionStorage", "localStorage"] as const;

/** Where transactions wait. */
export type Shelf = (typeof shelves)[number];

/** Where they stand there. `name` separates applications and tenants that share a page. */
export function transactionsKey(name: string): string {
  return transactionsPrefix + name;
}

/** What all such keys begin with. */
export const transactionsPrefix = "portico.transactions.";

/** Forgets all that still wait for their response. */
export function clearTransactions(name: string): void {
  for (const shelf of shelves) {
    try {
      globalThis[shelf].removeItem(transactionsKey(name));
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}
