import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { dialCountries } from "../parts/dial-codes.js";
import { emailField, newPasswordField, passwordField } from "./field-schemas.js";
import { e164Of as fullE164Of } from "./full-phone-numbers.js";
import { e164Of } from "./phone-number.js";

const country = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...dialCountries()) },
  { weight: 1, arbitrary: fc.constantFrom("", "none", "__proto__", "de") },
);
const key = fc.constantFrom(..."+00123456789 ()-./\uff0b\uff10\uff14\u0661\u2011\u202ax".split(""));
/** As they are really given out, but for the last digits. */
const real = fc
  .tuple(
    fc.constantFrom(
      "+49 30 9018",
      "+1 (202) 555-0",
      "+39 06 698 1",
      "0044 20 7946 0",
      "+33 (0)1 70 18 9",
    ),
    fc.integer({ min: 100, max: 9999 }),
  )
  .map((parts) => parts.join(""));
const typed = fc.oneof(
  { weight: 4, arbitrary: real },
  { weight: 6, arbitrary: fc.string({ unit: key, maxLength: 20 }) },
  { weight: 3, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 18n }).map((number) => `+${number}`) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 1e11 }).map((number) => `0${number}`) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

test.each([
  ["our own rules", e164Of],
  ["those of all countries", fullE164Of],
])("a phone number by %s is in E.164 or none, and stays what it is", property, (_, judge) => {
  let numbers = 0;
  fc.assert(
    fc.property(country, country, typed, (here, elsewhere, text) => {
      const number = judge(here, text);
      if (number === undefined) return;
      numbers += 1;
      expect(number).toMatch(/^\+[1-9][0-9]{6,14}$/);
      // Once it begins with a plus sign no country has a say in it.
      expect(judge(here, number)).toBe(number);
      expect(judge(elsewhere, number)).toBe(number);
    }),
    fuzz,
  );
  expect(numbers).toBeGreaterThan(fuzz.numRuns / 50);
});

test(
  "an e-mail address is trimmed once, and whatever has something at something passes",
  property,
  () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }))
        .map((ends) => ends.join("@")),
      fc.emailAddress().map((address) => `\u00a0 ${address}\n`),
    );
    fc.assert(
      fc.property(text, (given) => {
        const judged = emailField.safeParse(given);
        const address = given.trim();
        expect(judged.success).toBe(address.slice(1, -1).includes("@"));
        if (!judged.success) return;
        expect(judged.data).toBe(address);
        expect(emailField.parse(judged.data)).toBe(judged.data);
      }),
      fuzz,
    );
  },
);

test("a password is what was typed, whatever judges it", property, () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", minLength: 1 }),
    fc.string({
      unit: fc.constantFrom(" ", "\u00a0", "\t", "é", "e\u0301", "\ud800", "\u0000"),
      minLength: 1,
    }),
  );
  const lenient = newPasswordField({ policy: "none", minLength: 1 });
  fc.assert(
    fc.property(anyText, (given) => {
      for (const field of [passwordField, newPasswordField(undefined), lenient]) {
        expect(field.parse(given)).toBe(given);
      }
    }),
    fuzz,
  );
});
