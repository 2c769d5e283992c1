import type { Database } from "./database.js";

/** The tenant's own list, used when a logout names no client. */
export function isTenantLogoutUrl(database: Database, url: string): boolean {
  return database.one("SELECT url FROM logout_urls WHERE url = ?", url) !== undefined;
}

export function replaceTenantLogoutUrls(database: Database, urls: readonly string[]): void {
  database.run("DELETE FROM logout_urls");
  for (const url of urls) database.run("INSERT OR IGNORE INTO logout_urls VALUES (?)", url);
}
