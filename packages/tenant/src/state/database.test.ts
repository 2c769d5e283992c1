import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "./database.js";

let database: Database;
beforeEach(() => {
  database = openDatabase(":memory:");
  database.run("CREATE TABLE words (word TEXT)");
});
afterEach(() => database.close());

const insert = (word: string) => database.run("INSERT INTO words VALUES (?)", word);
const words = () =>
  database.all<{ word: string }>("SELECT word FROM words").map(({ word }) => word);

describe("database", () => {
  it("undoes a whole transaction when it throws", () => {
    const work = () => {
      insert("lost");
      throw new Error("stop");
    };
    expect(() => database.transaction(work)).toThrow("stop");
    expect(words()).toEqual([]);
  });

  it("undoes a transaction within another one alone", () => {
    database.transaction(() => {
      insert("kept");
      const inner = () =>
        database.transaction(() => {
          insert("lost");
          throw new Error("stop");
        });
      expect(inner).toThrow("stop");
      database.transaction(() => insert("kept too"));
    });
    expect(words()).toEqual(["kept", "kept too"]);
  });

  it("undoes an inner transaction with the outer one", () => {
    const work = () => {
      database.transaction(() => insert("lost"));
      throw new Error("stop");
    };
    expect(() => database.transaction(work)).toThrow("stop");
    expect(words()).toEqual([]);
  });

  it("never takes a text with a NUL character for what stands before it", () => {
    insert("ada");
    expect(database.one("SELECT * FROM words WHERE word = ?", "ada\0min")).toBeUndefined();
    insert("eve\0n");
    expect(words()).toEqual(["ada", "eve\uFFFDn"]);
  });

  it("says that it is closed", () => {
    database.close();
    database.close();
    expect(words).toThrow("The tenant is closed");
  });
});
