import type { Database } from "./database.js";

/** Who allowed which client to act on which API. */
export interface ConsentSubject {
  readonly userId: string;
  readonly clientId: string;
  /** Empty for none. */
  readonly audience: string;
}

/** Whether the user allowed this client all of these scopes. */
export function hasConsented(database: Database, subject: ConsentSubject, scope: string): boolean {
  const granted = grantedScopes(database, subject);
  return granted !== undefined && scope.split(" ").every((item) => granted.has(item));
}

/** Adds to what the user allowed before. */
export function saveConsent(database: Database, subject: ConsentSubject, scope: string): void {
  const granted = new Set([...(grantedScopes(database, subject) ?? []), ...scope.split(" ")]);
  database.run(
    "INSERT OR REPLACE INTO consents (user_id, client_id, audience, scope) VALUES (?, ?, ?, ?)",
    subject.userId,
    subject.clientId,
    subject.audience,
    [...granted].join(" "),
  );
}

/** Undefined if the user was never asked. */
function grantedScopes(database: Database, subject: ConsentSubject): Set<string> | undefined {
  const row = database.one<{ scope: string }>(
    "SELECT scope FROM consents WHERE user_id = ? AND client_id = ? AND audience = ?",
    subject.userId,
    subject.clientId,
    subject.audience,
  );
  return row && new Set(row.scope.split(" "));
}
