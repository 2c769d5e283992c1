import type { Database } from "./database.js";

/** Ends what a user was granted: sessions, refresh tokens, and everything still on its way to one. */
export function endAccess(database: Database, userId: string): void {
  database.transaction(() => {
    for (const table of ["sessions", "tickets", "codes", "mfa_tokens"]) {
      database.run(`DELETE FROM ${table} WHERE user_id = ?`, userId);
    }
    database.run("UPDATE refresh_families SET revoked = 1 WHERE user_id = ?", userId);
  });
}
