import { describe, expect, it } from "vitest";
import { countryOfNumber, dialCodeOf, dialCountries } from "./dial-codes.js";

describe("dial codes", () => {
  it("are known for every country, each of which has a name", () => {
    const names = new Intl.DisplayNames("en", { type: "region" });
    const countries = dialCountries();
    expect(countries.length).toBeGreaterThanOrEqual(240);
    expect(new Set(countries).size).toBe(countries.length);
    for (const country of countries) {
      expect(names.of(country)).not.toBe(country);
      expect(dialCodeOf(country)).toMatch(/^\+[1-9]\d{0,2}$/);
    }
  });

  it("begin with no other one, so that a number has one code", () => {
    const codes = [...new Set(dialCountries().map(dialCodeOf))];
    for (const code of codes) {
      expect(codes.filter((other) => code?.startsWith(other ?? ""))).toEqual([code]);
    }
  });

  it.each([
    ["DE", "+49"],
    ["US", "+1"],
    ["VA", "+39"],
    ["UA", "+380"],
    ["AX", "+358"],
    ["UZ", "+998"],
    ["ZZ", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("%s has %s", (country, code) => {
    expect(dialCodeOf(country)).toBe(code);
  });

  it.each([
    ["+49 30", "", "DE"],
    ["0049 30", "FR", "DE"],
    ["+1", "", "US"],
    ["+1 613", "CA", "CA"],
    ["+1 613", "DE", "US"],
    ["+44", "JE", "JE"],
    ["+7 701", "KZ", "KZ"],
    ["+٤٩", "", "DE"],
    ["+4", "DE", undefined],
    ["+", "DE", undefined],
    ["00", "DE", undefined],
    ["030 901820", "DE", undefined],
    ["49 30", "", undefined],
    ["+999", "", undefined],
    ["", "", undefined],
  ])("%j, chosen %j, is a number of %s", (typed, chosen, country) => {
    expect(countryOfNumber(typed, chosen)).toBe(country);
  });
});
