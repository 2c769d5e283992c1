import type { Database } from "./database.js";

/** An API that access tokens are issued for. */
export interface Api {
  readonly audience: string;
  readonly scopes: readonly string[];
  /** Seconds; null: the tenant's default. */
  readonly tokenLifetime: number | null;
  readonly browserTokenLifetime: number | null;
}

interface ApiRow {
  audience: string;
  scopes: string;
  token_lifetime: number | null;
  browser_token_lifetime: number | null;
}

export function findApi(database: Database, audience: string): Api | undefined {
  const row = database.one<ApiRow>("SELECT * FROM apis WHERE audience = ?", audience);
  if (!row) return undefined;
  return {
    audience: row.audience,
    scopes: JSON.parse(row.scopes) as string[],
    tokenLifetime: row.token_lifetime,
    browserTokenLifetime: row.browser_token_lifetime,
  };
}

export function saveApi(database: Database, api: Api): void {
  database.run(
    "INSERT OR REPLACE INTO apis VALUES (?, ?, ?, ?)",
    api.audience,
    api.scopes,
    api.tokenLifetime,
    api.browserTokenLifetime,
  );
}
