import { describe, expect, it } from "vitest";
import { count, number } from "./plural.js";

describe("count", () => {
  it("puts the number in the form that the language has for it", () => {
    const characters = { one: "# character", other: "# characters" };
    expect([0, 1, 2].map((value) => count("en", value, characters))).toEqual([
      "0 characters",
      "1 character",
      "2 characters",
    ]);
    const seconds = { one: "# seconde", other: "# secondes" };
    expect([0, 1, 2].map((value) => count("fr", value, seconds))).toEqual([
      "0 seconde",
      "1 seconde",
      "2 secondes",
    ]);
  });

  it("knows all six forms of Arabic", () => {
    const forms = { zero: "0", one: "1", two: "2", few: "few", many: "many", other: "other" };
    const found = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((value) => count("ar", value, forms));
    expect(found.join(" ")).toBe("0 1 2 few few many many other other few");
  });

  it("falls back to the form that every language has", () => {
    expect(count("fr", 1_000_000, { one: "# octet", other: "# octets" })).toMatch(/octets$/);
  });
});

describe("number", () => {
  it("is written as the language writes it", () => {
    expect(number("en", 12_345)).toBe("12,345");
    expect(number("de", 12_345)).toBe("12.345");
    expect(number("ar-u-nu-latn", 7)).toBe("7");
    expect(number("ar-u-nu-arab", 7)).toBe("٧");
  });
});
