"use client";

import { forwardRef, type ChangeEventHandler } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { useMessages } from "../i18n/messages-provider.js";
import { ChevronIcon } from "./icons.js";
import { mergeRefs } from "./merge-refs.js";
import { usePartProps } from "./part-props.js";
import type { CountryChoice } from "./use-countries.js";

/** What `CountrySelect` takes. */
export interface CountrySelectProps {
  readonly binding: UseFormRegisterReturn;
  readonly choices: readonly CountryChoice[];
  /** What is shown of the choice. */
  readonly shown: string;
  readonly onChoose: ChangeEventHandler<HTMLSelectElement>;
}

/** The country of a phone number: a list of names, of which a few characters are shown in front of the number. */
export const CountrySelect = forwardRef<HTMLSelectElement, CountrySelectProps>(
  function CountrySelect({ binding, choices, shown, onChoose }, ref) {
    const partProps = usePartProps();
    const { fields, direction } = useMessages();
    // The sign of a code would else stand behind it.
    const mark = direction === "rtl" ? "\u200e" : "";
    const { name, onBlur, onChange, disabled } = binding;
    return (
      <span {...partProps("country")}>
        <span {...partProps("country-code")} dir="ltr" aria-hidden="true">
          {shown}
        </span>
        <ChevronIcon />
        <select
          {...partProps("country-list")}
          name={name}
          disabled={disabled}
          ref={mergeRefs(binding.ref, ref)}
          aria-label={fields.country}
          autoComplete="tel-country-code"
          onBlur={(event) => void onBlur(event)}
          onChange={(event) => {
            void onChange(event);
            onChoose(event);
          }}
        >
          <option value="">{fields.choose}</option>
          {choices.map(({ country, dialCode, name: words }) => (
            <option key={country} value={country}>
              {`${words} ${mark}${dialCode}`}
            </option>
          ))}
        </select>
      </span>
    );
  },
);
