import type { Database } from "./database.js";

/** Removes what can no longer be presented; done at every start. */
export function purgeExpired(database: Database, now: number): void {
  database.transaction(() => {
    for (const table of [
      "tickets",
      "transactions",
      "codes",
      "refresh_families",
      "invitations",
      "otps",
      "mfa_tokens",
      "oob_challenges",
      "attempts",
      "account_tickets",
      "idp_codes",
      "captchas",
    ]) {
      database.run(`DELETE FROM ${table} WHERE expires_at <= ?`, now);
    }
  });
}
