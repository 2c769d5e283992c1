import { chmodSync, closeSync, openSync } from "node:fs";
import Libsql from "libsql";
import { migrate } from "./migrations.js";

/** What may be bound: everything is reduced to text, integer or NULL before the driver sees it. */
export type Bindable = string | number | boolean | null | undefined | Date | object;

/** SQLite with the driver's traps closed; every query of the tenant goes through here. */
export interface Database {
  all<Row>(sql: string, ...values: Bindable[]): Row[];
  one<Row>(sql: string, ...values: Bindable[]): Row | undefined;
  /** Returns the number of rows changed. */
  run(sql: string, ...values: Bindable[]): number;
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** Opens (and migrates) `path`, or a database in memory for `:memory:`. */
export function openDatabase(path: string): Database {
  const inMemory = path === ":memory:";
  if (!inMemory) createPrivately(path);
  const driver = new Libsql(path, { timeout: 5000 });
  // SQLite gives the -wal and -shm files the mode of the database file. NORMAL: what is committed is
  // in the system's page cache and outlives this process however it ends; only a power cut may cost
  // the last commits (never the file). FULL would add an fsync to every request for that alone.
  if (!inMemory) driver.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  driver.exec("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF");
  // Off until here: a migration that rebuilds a table must not cascade into the ones that refer to it.
  migrate(driver);
  driver.exec("PRAGMA foreign_keys = ON");
  return wrap(driver);
}

/** True for the error that a UNIQUE column raises. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Libsql.SqliteError && error.code === "SQLITE_CONSTRAINT_UNIQUE";
}

function createPrivately(path: string): void {
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
}

function wrap(driver: Libsql.Database): Database {
  const statements = new Map<string, Libsql.Statement<unknown[]>>();
  let open = true;

  /** The driver ends the whole process when it is used after its end. */
  function requireOpen(): void {
    if (!open) throw new Error("The tenant is closed: its database can no longer be used.");
  }

  function prepare(sql: string): Libsql.Statement<unknown[]> {
    requireOpen();
    const known = statements.get(sql);
    if (known) return known;
    const statement = driver.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  // `all` instead of the driver's `get`: `get` adds an enumerable `_metadata` to the row.
  function all<Row>(sql: string, ...values: Bindable[]): Row[] {
    return prepare(sql).all(values.map(toColumn)) as Row[];
  }

  return {
    all,
    one: <Row>(sql: string, ...values: Bindable[]) => all<Row>(sql, ...values)[0],
    run: (sql, ...values) => prepare(sql).run(values.map(toColumn)).changes,
    transaction(work) {
      requireOpen();
      return driver.inTransaction ? nest(driver, work) : driver.transaction(work).immediate();
    },
    close() {
      if (!open) return;
      open = false;
      statements.clear();
      // The driver's own close leaves everything in the -wal file, and a copy of the database file would be empty.
      driver.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      driver.close();
    },
  };
}

/** A transaction inside another one is part of it, but undone alone if it throws. */
function nest<Result>(driver: Libsql.Database, work: () => Result): Result {
  driver.exec("SAVEPOINT nested");
  try {
    return work();
  } catch (error) {
    driver.exec("ROLLBACK TO nested");
    throw error;
  } finally {
    driver.exec("RELEASE nested");
  }
}

/** Binding a boolean makes the driver abort the whole process, so nothing reaches it unconverted. */
function toColumn(value: Bindable): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  // The driver cuts a text at its first NUL: "ada\0…" would be found, and stored, as "ada".
  if (typeof value === "string") return value.replaceAll("\0", "\uFFFD");
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value);
}
