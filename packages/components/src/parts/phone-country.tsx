"use client";

import {
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useMessages } from "../i18n/messages-provider.js";
import { CountrySelect } from "./country-select.js";
import { countryOfNumber, dialCodeOf } from "./dial-codes.js";
import { dialled } from "./digits.js";
import type { DefaultCountry } from "./phone-field.js";
import { typeInto } from "./type-into.js";
import { likelyCountry, useCountries } from "./use-countries.js";

/** What `PhoneCountry` takes. */
export interface PhoneCountryProps {
  /** Binds the country. */
  readonly binding: UseFormRegisterReturn;
  readonly countries: readonly string[] | undefined;
  readonly defaultCountry: DefaultCountry | undefined;
  /** The number beside it. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly select: RefObject<HTMLSelectElement | null>;
}

/** The country of the phone number beside it: each follows the other. */
export function PhoneCountry(props: PhoneCountryProps): ReactNode {
  const { binding, countries, defaultCountry, input, select } = props;
  const { locale } = useMessages();
  const [given] = useState(() => defaultCountry);
  const choices = useCountries(locale, countries);
  const shown = useSyncExternalStore(
    useCallback((listener) => follow([input.current, select.current], listener), [input, select]),
    () => shownOf(select.current?.value ?? "", input.current?.value ?? ""),
  );

  useEffect(() => {
    const waiting = new AbortController();
    const start = (found = likelyCountry(locale)) => {
      if (!waiting.signal.aborted && select.current?.value === "") choose(select.current, found);
    };
    followNumber(input.current, select.current);
    const found = typeof given === "function" ? given() : given;
    if (found instanceof Promise) {
      found.then(start, (error: unknown) => {
        // The reader chooses; what is wrong with it is for whoever wrote it.
        reportError(error);
        start();
      });
    } else start(found);
    return () => waiting.abort();
  }, [choices, given, locale, input, select]);

  return (
    <CountrySelect
      ref={select}
      binding={binding}
      shown={shown}
      choices={choices}
      onChoose={() => followCountry(input.current, select.current)}
    />
  );
}

/** Chooses the country that a number begins with, if it does. */
export function followNumber(
  input: HTMLInputElement | null,
  select: HTMLSelectElement | null,
): void {
  if (input && select) choose(select, countryOfNumber(input.value, select.value));
}

/** The code of the country, or the country itself beside a number that already begins with its code. */
function shownOf(country: string, typed: string): string {
  const isWhole = dialled(typed).startsWith("+");
  return (isWhole ? countryOfNumber(typed, country) : dialCodeOf(country)) ?? "+";
}

/** A number that begins with the code of another country gets the code of the one that was chosen. */
function followCountry(input: HTMLInputElement | null, select: HTMLSelectElement | null): void {
  const code = dialCodeOf(select?.value ?? "");
  const other = dialCodeOf(countryOfNumber(input?.value ?? "", "") ?? "");
  if (!input || !code || !other || code === other) return;
  typeInto(input, `${code} ${dialled(input.value).slice(other.length)}`);
}

function choose(select: HTMLSelectElement, country: string | undefined): void {
  const isChoice = Array.from(select.options, ({ value }) => value).includes(country ?? "");
  if (!country || country === select.value || !isChoice) return;
  select.value = country;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function follow(elements: readonly (Element | null)[], listener: () => void): () => void {
  const types = ["input", "change"];
  for (const type of types) for (const each of elements) each?.addEventListener(type, listener);
  return () => {
    for (const type of types)
      for (const each of elements) each?.removeEventListener(type, listener);
  };
}
