import { getExampleNumber, isSupportedCountry } from "libphonenumber-js/max";
import examples from "libphonenumber-js/examples.mobile.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import type { Messages } from "../i18n/messages.js";
import { ar } from "../i18n/locales/ar.js";
import { de } from "../i18n/locales/de.js";
import { en } from "../i18n/locales/en.js";
import { es } from "../i18n/locales/es.js";
import { fr } from "../i18n/locales/fr.js";
import { he } from "../i18n/locales/he.js";
import { ja } from "../i18n/locales/ja.js";
import { ptBR } from "../i18n/locales/pt-br.js";
import { zhCN } from "../i18n/locales/zh-cn.js";
import { dialCountries } from "../parts/dial-codes.js";
import { e164Of, format } from "./full-phone-numbers.js";
import * as own from "./phone-number.js";

describe("format", () => {
  it.each([
    ["DE", "030901820", "030 901820"],
    ["US", "2025550143", "(202) 555-0143"],
    ["US", "12025550143", "(202) 555-0143"],
    ["US", "6135550143", "(613) 555-0143"],
    ["FR", "+4930901820", "+49 30 901820"],
    ["FR", "004930901820", "+49 30 901820"],
    ["EG", "٠١٠١٢٣٤٥٦٧٨", "010 12345678"],
    ["US", "1234567890", undefined],
    ["US", "202555", undefined],
    ["US", "+49018000000000000", undefined],
    ["NU", "+683 4002", "+683 4002"],
    ["ZZ", "+4930901820", "+49 30 901820"],
    ["ZZ", "030901820", undefined],
    ["DE", "tel. 030901820", undefined],
    ["DE", "030901820x", undefined],
    ["", "", undefined],
  ])("writes in %s what was typed as %j as %j", (country, typed, written) => {
    expect(format(country, typed)).toBe(written);
  });
});

describe.each(dialCountries())("a mobile number of %s", (country) => {
  const example = isSupportedCountry(country) ? getExampleNumber(country, examples) : undefined;

  it("is the same number at home, abroad, and however it is written", () => {
    if (!example) throw new Error(`The library has no number of ${country}.`);
    const ways = [example.number, example.formatInternational(), example.formatNational()];
    for (const typed of ways) {
      expect(e164Of(country, typed)).toBe(example.number);
      const written = format(country, typed);
      expect(written).toBeDefined();
      expect(e164Of(country, written ?? "")).toBe(example.number);
      expect(format(country, written ?? "")).toBe(written);
    }
  });

  it("is one by its shape, too", () => {
    const { number = "" } = example ?? {};
    expect(own.e164Of("", number)).toBe(number);
    // At home, the fifteen of a mobile number stands behind its area, however long that is.
    if (country === "AR") return;
    expect(own.e164Of(country, example?.formatNational() ?? "")).toBe(number);
  });
});

it.each([en, ar, de, es, fr, he, ja, ptBR, zhCN] satisfies readonly Messages[])(
  "the example that $locale shows has the shape of a number",
  ({ validation, errors }) => {
    const [example = ""] = /\+[\d\s-]+/.exec(validation.phone_invalid) ?? [];
    expect(own.e164Of("", example)).toBe(example.replace(/[^\d+]/g, ""));
    expect(errors.invalid_phone_number).toBe(validation.phone_invalid);
  },
);
