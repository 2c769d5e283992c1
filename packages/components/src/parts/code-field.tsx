"use client";

import type { FormEvent } from "react";
import { onlyDigits } from "./digits.js";
import { slot } from "./slot.js";
import { TextField, type TextFieldProps } from "./text-field.js";

/** What `CodeField` takes: what `TextField` does, without what it decides itself. */
export interface CodeFieldProps extends Omit<TextFieldProps, "type" | "adornment" | "lead"> {
  /** How many digits a code has, from which on it is sent by itself; 6 if not given, 0 never sends. */
  readonly length?: number | undefined;
}

/**
 * A one-time code, in one input: it takes `123 456` and whatever else a code is pasted with, keeps the digits, and sends
 * its form once they are all there.
 */
export const CodeField = slot<CodeFieldProps, HTMLInputElement>(
  "CodeField",
  function CodeField({ length = 6, onInput, className, ...native }, ref) {
    return (
      <TextField
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-required
        {...native}
        className={className}
        data-kind="code"
        ref={ref}
        onInput={(event) => {
          keepDigits(event);
          onInput?.(event);
          const { value, form } = event.currentTarget;
          // Only what completes the code sends it, so a correction inside it does not.
          if (length > 0 && value.length === length) form?.requestSubmit();
        }}
      />
    );
  },
);

function keepDigits({ currentTarget: input }: FormEvent<HTMLInputElement>): void {
  const digits = onlyDigits(input.value);
  if (digits !== input.value) input.value = digits;
}
