import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { normalizeEmail, normalizePhoneNumber } from "./destination.js";

const separator = fc.constantFrom(
  " ",
  "",
  "",
  ".",
  "-",
  "(",
  ")",
  "\u2011",
  "\u00a0",
  "\u202a",
  "\u2212",
);
const digit = fc.constantFrom(..."0123456789".split(""));

/** A number as people type it, together with the digits that it is made of. */
const typedNumber = fc
  .tuple(
    fc.constantFrom("+", "00", "\uff0b", "\uff10\uff10"),
    fc.constantFrom(..."123456789".split("")),
    fc.array(digit, { minLength: 1, maxLength: 14 }),
    fc.array(separator, { minLength: 16, maxLength: 16 }),
    fc.boolean(),
  )
  .map(([plus, first, rest, between, isFullWidth]) => {
    const digits = [first, ...rest];
    const wide = (text: string) => String.fromCharCode(text.charCodeAt(0) + 0xfee0);
    const typed = digits.map((one, at) => `${isFullWidth ? wide(one) : one}${between[at]}`);
    return { digits: digits.join(""), typed: plus + typed.join("") };
  });

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(..." +00123456789()-.\uff0b\uff11\u0661\u202c\ud800x".split("")),
  }),
  typedNumber.map(({ typed }) => typed),
);

test("a phone number is in E.164 or none, and stays what it is", property, () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const number = normalizePhoneNumber(typed);
      expect(number ?? "+49").toMatch(/^\+[1-9][0-9]{1,14}$/);
      expect(normalizePhoneNumber(number ?? "")).toBe(number);
    }),
    fuzz,
  );
});

test("a phone number loses none of its digits, however it is typed", property, () => {
  fc.assert(
    fc.property(typedNumber, ({ digits, typed }) => {
      expect(normalizePhoneNumber(typed)).toBe(`+${digits}`);
    }),
    fuzz,
  );
});

test("an e-mail address loses the spaces around it and nothing else, once", property, () => {
  const space = fc.constantFrom("", " ", "\t", "\u00a0", "\n ");
  const address = fc.tuple(space, fc.string({ unit: "binary" }), space);
  fc.assert(
    fc.property(address, ([before, typed, after]) => {
      const email = normalizeEmail(before + typed + after);
      const isKept = typed.includes(email ?? "") && /^\s*$/.test(typed.replace(email ?? "", ""));
      expect([email === undefined, isKept]).toEqual([/^\s*$/.test(typed), true]);
      expect(email ?? "").not.toMatch(/^\s|\s$/);
      expect(normalizeEmail(email ?? "")).toBe(email);
    }),
    fuzz,
  );
});
