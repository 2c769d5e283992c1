import type { TenantContext } from "../context.js";

/** What is over is kept for a day, so that a link goes on saying that it came too late. */
const grace = 86_400_000;

/** Removes what could no longer be presented a day ago. */
export function purgeExpired({ database, clock, settings }: TenantContext): void {
  const then = clock.now() - grace;
  const { sessionIdle, sessionAbsolute } = settings.lifetimes;
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
      database.run(`DELETE FROM ${table} WHERE expires_at <= ?`, then);
    }
    database.run(
      "DELETE FROM sessions WHERE last_used_at <= ? OR auth_time <= ?",
      then - sessionIdle * 1000,
      then - sessionAbsolute * 1000,
    );
  });
}

/** Purges now, and every hour until the tenant closes: requests of anybody leave rows behind. */
export function keepPurged(tenant: TenantContext): void {
  purgeExpired(tenant);
  const timer = setInterval(() => purgeExpired(tenant), 3_600_000);
  timer.unref();
  tenant.closing.addEventListener("abort", () => clearInterval(timer), { once: true });
}
