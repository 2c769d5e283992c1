import { describe, expect, it } from "vitest";
import { dialCountries } from "../parts/dial-codes.js";
import { e164Of } from "./phone-number.js";

describe("e164Of", () => {
  it.each([
    ["DE", "030 901820", "+4930901820"],
    ["DE", "30 901820", "+4930901820"],
    ["DE", "(030) 90 18-20", "+4930901820"],
    ["DE", "030/901820", "+4930901820"],
    ["DE", " 0151.2345.6789 ", "+4915123456789"],
    ["DE", "０３０　９０１８２０", "+4930901820"],
    ["EG", "٠١٠ ١٢٣٤ ٥٦٧٨", "+201012345678"],
    ["GB", "020 7946 0018", "+442079460018"],
    ["US", "(202) 555-0143", "+12025550143"],
    ["US", "1 202 555 0143", "+12025550143"],
    ["CA", "1-613-555-0143", "+16135550143"],
    ["IT", "06 698 12345", "+390669812345"],
    ["VA", "06 698 12345", "+390669812345"],
    ["SM", "0549 886377", "+3780549886377"],
    ["CI", "07 07 12 34 56", "+2250707123456"],
    ["CG", "06 612 3456", "+242066123456"],
    ["BJ", "01 97 12 34 56", "+2290197123456"],
    ["HU", "06 30 123 4567", "+36301234567"],
    ["GA", "06 03 12 34", "+24106031234"],
    ["GA", "060 12 34 56", "+24160123456"],
    ["RU", "8 (812) 234-56-78", "+78122345678"],
    ["RU", "812 234-56-78", "+78122345678"],
    ["BY", "8 029 491-19-11", "+375294911911"],
    ["LT", "8 612 34567", "+37061234567"],
    ["ES", "612 34 56 78", "+34612345678"],
    ["JP", "090-1234-5678", "+819012345678"],
  ])("takes a number as it is dialled in %s: %j", (country, typed, number) => {
    expect(e164Of(country, typed)).toBe(number);
  });

  it.each([
    ["+49 30 901820", "+4930901820"],
    ["0049 30 901820", "+4930901820"],
    ["+49 (0)30 901820", "+4930901820"],
    ["+49 （０） 30 901820", "+4930901820"],
    ["+39 (0)6 698 12345", "+390669812345"],
    ["+1 (202) 555-0143", "+12025550143"],
    ["＋４９３０９０１８２０", "+4930901820"],
    ["+٤٩ ٣٠ ٩٠١٨٢٠", "+4930901820"],
    ["\u202a+1 202‑555–0143\u202c", "+12025550143"],
    ["+123456789012345", "+123456789012345"],
  ])("takes a whole number wherever it was dialled: %j", (typed, number) => {
    for (const country of ["", "DE", "US", "IT", "none"]) {
      expect(e164Of(country, typed)).toBe(number);
    }
  });

  it.each([
    ["DE", ""],
    ["DE", " "],
    ["DE", "+"],
    ["DE", "00"],
    ["DE", "0"],
    ["DE", "12"],
    ["DE", "++4930901820"],
    ["DE", "+49+30901820"],
    ["DE", "030 901820 ext. 5"],
    ["DE", "030 901820 0123456789"],
    ["US", "1 800 FLOWERS"],
    ["DE", "030²901820"],
    ["DE", "030\u0000901820"],
    ["DE", "030\ud800901820"],
    ["", "030 901820"],
    ["ZZ", "030 901820"],
    ["de", "030 901820"],
    ["__proto__", "030 901820"],
    ["DE", "+0049301820"],
    ["DE", "+1234567890123456"],
    ["DE", "9".repeat(10_000)],
    ["DE", "(".repeat(10_000)],
  ])("takes nothing that is no whole number: %s, %j", (country, typed) => {
    expect(e164Of(country, typed)).toBeUndefined();
  });

  it("gives E.164 or nothing for whatever is typed, and the same for what it gave", () => {
    const characters = Array.from("+0123456789 .-()/\u00a0\u200e０９٣＋（x\ud83d\u0000");
    const countries = ["", "ZZ", ...dialCountries()];
    let seed = 42;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 20_000; round += 1) {
      const typed = Array.from({ length: next(18) }, () => characters[next(characters.length)]);
      const country = countries[next(countries.length)] ?? "";
      const number = e164Of(country, typed.join(""));
      if (number === undefined) continue;
      expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(e164Of(country, number)).toBe(number);
      expect(e164Of("", number)).toBe(number);
    }
  });
});
