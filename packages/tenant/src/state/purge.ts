import type { Database } from "./database.js";

/** Removes what can no longer be presented; done at every start. */
export function purgeExpired(database: Database, now: number): void {
  database.transaction(() => {
    for (const table of ["tickets", "transactions", "codes", "refresh_families"]) {
      database.run(`DELETE FROM ${table} WHERE expires_at <= ?`, now);
    }
  });
}
