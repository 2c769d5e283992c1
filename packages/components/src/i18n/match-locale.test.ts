import { describe, expect, it } from "vitest";
import { matchLocale } from "./match-locale.js";

const shipped = ["en", "de", "fr", "es", "pt-BR", "ja", "zh-CN", "ar", "he"] as const;

describe("matchLocale", () => {
  it.each([
    ["de", "de"],
    ["DE-at", "de"],
    ["de-Latn-CH-1996", "de"],
    ["de-DE-u-co-phonebk", "de"],
    ["en-US", "en"],
    ["es-419", "es"],
    ["ar-EG-u-nu-arab", "ar"],
    ["he-IL", "he"],
    ["iw-IL", "he"],
    ["yi", undefined],
    ["pt-br", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["pt", "pt-BR"],
    ["zh", "zh-CN"],
    ["zh-Hans", "zh-CN"],
    ["zh-Hans-HK", "zh-CN"],
    ["zh-SG", "zh-CN"],
    ["zh-TW", undefined],
    ["zh-Hant", undefined],
    ["zh-HK", undefined],
    ["nl", undefined],
    ["den", undefined],
  ])("finds for %s what is nearest: %s", (tag, locale) => {
    expect(matchLocale([tag], shipped)).toBe(locale);
  });

  it("takes the first that has an answer", () => {
    expect(matchLocale(["nl-BE", "fr-BE", "en"], shipped)).toBe("fr");
    expect(matchLocale(["zh-TW", "ja"], shipped)).toBe("ja");
    expect(matchLocale(["pt-PT", "en"], shipped)).toBe("pt-BR");
  });

  it("prefers the tag itself, then a shorter one, then the same region, then what is named first", () => {
    expect(matchLocale(["en-GB"], ["en-US", "en", "en-GB"])).toBe("en-GB");
    expect(matchLocale(["en-GB"], ["en-US", "en"])).toBe("en");
    expect(matchLocale(["zh-Hant-HK"], ["zh-TW", "zh-HK"])).toBe("zh-HK");
    expect(matchLocale(["en-AU"], ["en-US", "en-GB"])).toBe("en-US");
  });

  it("tells scripts apart, and knows a language by its old name", () => {
    expect(matchLocale(["sr-Latn"], ["sr-Cyrl"])).toBeUndefined();
    expect(matchLocale(["sr"], ["sr-Latn", "sr-Cyrl"])).toBe("sr-Cyrl");
    expect(matchLocale(["iw"], ["he"])).toBe("he");
  });

  it("spells a match as it is available", () => {
    expect(matchLocale(["en-xa"], ["en-XA"])).toBe("en-XA");
  });

  it("drops with a last part the letter that introduced it", () => {
    expect(matchLocale(["de-x-ours"], ["de-x", "de"])).toBe("de");
  });

  it.each(["", "*", "-", "--", "de--", "-de", "x", "i-klingon", "d", "de_DE.UTF-8", "de;q=0.8"])(
    "is at a loss about %j, but goes on",
    (junk) => {
      expect(matchLocale([junk, "ja"], ["en", "ja", "no tag"])).toBe("ja");
      expect(matchLocale([junk], ["en", "ja", "no tag"])).toBeUndefined();
    },
  );

  it("survives what is very long, nothing accepted, and nothing available", () => {
    expect(matchLocale([`de${"-abcde".repeat(20_000)}`], ["fr"])).toBeUndefined();
    expect(matchLocale([], shipped)).toBeUndefined();
    expect(matchLocale(["de"], [])).toBeUndefined();
  });
});
