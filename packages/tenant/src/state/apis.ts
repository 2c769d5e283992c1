import type { Database } from "./database.js";

/** An API that access tokens are issued for. */
export interface Api extends ApiSettings {
  readonly audience: string;
}

export interface ApiSettings {
  readonly scopes: readonly string[];
  /** Seconds; null: the tenant's default. */
  readonly tokenLifetime: number | null;
  readonly browserTokenLifetime: number | null;
  /** Whether clients of our own may go without their users' consent. */
  readonly skipConsent: boolean;
  /** Off: no refresh token leads to it. Default on. */
  readonly offlineAccess?: boolean;
}

interface ApiRow {
  audience: string;
  settings: string;
}

export function findApi(database: Database, audience: string): Api | undefined {
  const row = database.one<ApiRow>("SELECT * FROM apis WHERE audience = ?", audience);
  if (!row) return undefined;
  const settings = JSON.parse(row.settings) as Omit<ApiSettings, "skipConsent">;
  return { skipConsent: true, ...settings, audience: row.audience };
}

export function saveApi(database: Database, { audience, ...settings }: Api): void {
  database.run(
    "INSERT OR REPLACE INTO apis (audience, settings) VALUES (?, ?)",
    audience,
    settings,
  );
}
