"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useMessages } from "../i18n/messages-provider.js";
import { CountrySelect } from "./country-select.js";
import { countryOfNumber, dialCodeOf } from "./dial-codes.js";
import { dialled } from "./digits.js";
import { mergeRefs } from "./merge-refs.js";
import { slot } from "./slot.js";
import { TextField, type TextFieldProps } from "./text-field.js";
import { typeInto } from "./type-into.js";
import { likelyCountry, useCountries } from "./use-countries.js";

/** The country to start with: two letters of ISO 3166, or what finds it out. */
export type DefaultCountry = string | (() => string | undefined | Promise<string | undefined>);

/** What `PhoneField` takes: what `TextField` does, without what it decides itself, and how its country is bound. */
export interface PhoneFieldProps extends Omit<TextFieldProps, "type" | "adornment" | "lead"> {
  /** Binds the country beside the number. */
  readonly country: UseFormRegisterReturn;
  /** The countries to choose from, as ISO 3166 writes them: `DE`; all if not given. A number may be of any other. */
  readonly countries?: readonly string[] | undefined;
  /** The country to start with; the region of the reader's language if not given. Read once, in the browser. */
  readonly defaultCountry?: DefaultCountry | undefined;
}

/**
 * A phone number, as it is dialled in the country chosen beside it or with a plus sign or `00`: then it chooses the
 * country by itself.
 */
export const PhoneField = slot<PhoneFieldProps, HTMLInputElement>(
  "PhoneField",
  function PhoneField({ country, countries, defaultCountry, onInput, ...native }, ref) {
    const { locale } = useMessages();
    const input = useRef<HTMLInputElement>(null);
    const select = useRef<HTMLSelectElement>(null);
    const [given] = useState(() => defaultCountry);
    const first = typeof given === "string" ? given : "";
    const choices = useCountries(locale, countries);
    const shown = useSyncExternalStore(
      useCallback((listener) => follow([input.current, select.current], listener), []),
      () => shownOf(select.current?.value ?? first, input.current?.value ?? ""),
      () => shownOf(first, ""),
    );

    useEffect(() => {
      if (choices.length === 0) return undefined;
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
    }, [choices, given, locale]);

    return (
      <TextField
        inputMode="tel"
        autoComplete="tel"
        {...native}
        type="tel"
        ref={mergeRefs(input, ref)}
        onInput={(event) => {
          onInput?.(event);
          followNumber(input.current, select.current);
        }}
        lead={
          <CountrySelect
            ref={select}
            binding={country}
            first={first}
            shown={shown}
            choices={choices}
            onChoose={() => followCountry(input.current, select.current)}
          />
        }
      />
    );
  },
);

/** The code of the country, or the country itself beside a number that already begins with its code. */
function shownOf(country: string, typed: string): string {
  const isWhole = dialled(typed).startsWith("+");
  return (isWhole ? countryOfNumber(typed, country) : dialCodeOf(country)) ?? "+";
}

function followNumber(input: HTMLInputElement | null, select: HTMLSelectElement | null): void {
  if (input && select) choose(select, countryOfNumber(input.value, select.value));
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
