"use client";

import { forwardRef } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { TextField, type TextFieldProps } from "./text-field.js";

/** What `EmailField` takes: what `TextField` does, without what it decides itself. */
export type EmailFieldProps = Omit<TextFieldProps, "label" | "type" | "inputMode">;

/** A field for an e-mail address, which has to be filled in. */
export const EmailField = forwardRef<HTMLInputElement, EmailFieldProps>(
  function EmailField(native, ref) {
    const { fields } = useMessages();
    return (
      <TextField
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        aria-required
        {...native}
        ref={ref}
        label={fields.email}
        type="email"
        inputMode="email"
      />
    );
  },
);
