import type { Database } from "./database.js";

/** Empties every table but the keys, at once. Message ids go on: a test may hold the last one. */
export function clearState(database: Database): void {
  const tables = database.all<{ name: string }>(
    `SELECT name FROM sqlite_schema
     WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> 'keys'`,
  );
  // All rows go anyway: looking for what refers to each of them would take long.
  database.run("PRAGMA foreign_keys = OFF");
  try {
    database.transaction(() => {
      for (const { name } of tables) database.run(`DELETE FROM ${name}`);
    });
  } finally {
    database.run("PRAGMA foreign_keys = ON");
  }
}
