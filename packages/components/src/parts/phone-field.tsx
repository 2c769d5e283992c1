"use client";

import { useContext, useRef, type ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { ChevronIcon } from "./icons.js";
import { mergeRefs } from "./merge-refs.js";
import { onDemand, useOnDemand } from "./on-demand.js";
import { usePartProps } from "./part-props.js";
import { PhoneNumbersContext } from "./phone-numbers-provider.js";
import { slot } from "./slot.js";
import { TextField, type TextFieldProps } from "./text-field.js";
import { typeInto } from "./type-into.js";

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

/** The countries and their dial codes. Forms can have this field without asking for a number. */
export const phoneCountry = onDemand(() => import("./phone-country.js"));

/**
 * A phone number, as it is dialled in the country chosen beside it or with a plus sign or `00`: then it chooses the
 * country by itself. Until the countries are there, the number can be typed already. What the app judges numbers with
 * writes a whole one as it is written when the field is left.
 */
export const PhoneField = slot<PhoneFieldProps, HTMLInputElement>(
  "PhoneField",
  function PhoneField(
    { country, countries, defaultCountry, onInput, onFocus, onBlur, ...native },
    ref,
  ) {
    const input = useRef<HTMLInputElement>(null);
    const select = useRef<HTMLSelectElement>(null);
    const code = useOnDemand(phoneCountry);
    const numbers = useContext(PhoneNumbersContext);
    return (
      <TextField
        inputMode="tel"
        autoComplete="tel"
        {...native}
        type="tel"
        ref={mergeRefs(input, ref)}
        onInput={(event) => {
          onInput?.(event);
          code?.followNumber(input.current, select.current);
        }}
        onFocus={(event) => {
          onFocus?.(event);
          // The form loads it again when it is sent, and says so where that fails.
          numbers?.load().catch(() => {});
        }}
        onBlur={(event) => {
          const { value } = event.target;
          const written = numbers?.get()?.format?.(select.current?.value ?? "", value);
          if (written && written !== value) typeInto(event.target, written);
          onBlur?.(event);
        }}
        lead={
          code ? (
            <code.PhoneCountry
              {...{ binding: country, countries, defaultCountry, input, select }}
            />
          ) : (
            <CountryRoom />
          )
        }
      />
    );
  },
);

/** As wide as the country that will stand there. */
function CountryRoom(): ReactNode {
  const partProps = usePartProps();
  return (
    <span {...partProps("country")} aria-hidden="true">
      <span {...partProps("country-code")}>+</span>
      <ChevronIcon />
    </span>
  );
}
