"use client";

import { useMemo } from "react";
import { dialCodeOf, dialCountries } from "./dial-codes.js";

/** A country to choose. */
export interface CountryChoice {
  /** Two letters of ISO 3166. */
  readonly country: string;
  readonly dialCode: string;
  readonly name: string;
}

/** The countries to choose from, by name. Not for a server: its names need not be the browser's. */
export function useCountries(
  locale: string,
  wanted: readonly string[] | undefined,
): readonly CountryChoice[] {
  const list = wanted?.join();
  return useMemo(() => choices(locale, list?.split(",") ?? dialCountries()), [locale, list]);
}

/** The region of the language or, where it has none, of the browser's. */
export function likelyCountry(locale: string): string | undefined {
  return [locale, navigator.language].map(regionOf).find((region) => region !== undefined);
}

function choices(locale: string, countries: readonly string[]): readonly CountryChoice[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  return countries
    .flatMap((country) => {
      const dialCode = dialCodeOf(country);
      return dialCode ? [{ country, dialCode, name: names.of(country) ?? country }] : [];
    })
    .sort((one, other) => compare(one.name, other.name));
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}
