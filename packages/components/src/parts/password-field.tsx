"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { useMessages } from "../i18n/messages-provider.js";
import { PasswordToggle } from "./password-toggle.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";
import { TextField, type TextFieldProps } from "./text-field.js";

/** What `PasswordField` takes: what `TextField` does, without what it decides itself. */
export type PasswordFieldProps = Omit<TextFieldProps, "type" | "adornment" | "status">;

/** A password, which its writer can look at, with a hint while Caps Lock is on. */
export const PasswordField = slot<PasswordFieldProps, HTMLInputElement>(
  "PasswordField",
  function PasswordField({ children, ...native }, ref) {
    const partProps = usePartProps();
    const generated = useId();
    const id = native.id ?? generated;
    const { fields } = useMessages();
    const input = useRef<HTMLInputElement | null>(null);
    const [isShown, setShown] = useState(false);
    const [hasCapsLock, setCapsLock] = useState(false);

    useEffect(() => {
      // Browsers offer to save what is a password when it is sent, and nobody should read it meanwhile.
      const form = input.current?.form;
      const hide = () => setShown(false);
      form?.addEventListener("submit", hide);
      return () => form?.removeEventListener("submit", hide);
    }, []);

    return (
      <TextField
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        {...native}
        id={id}
        type={isShown ? "text" : "password"}
        ref={(element) => {
          input.current = element;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
        onKeyDown={(event) => {
          native.onKeyDown?.(event);
          watchCapsLock(event);
        }}
        onKeyUp={(event) => {
          native.onKeyUp?.(event);
          watchCapsLock(event);
        }}
        onBlur={(event) => {
          native.onBlur?.(event);
          if (hasCapsLock) setCapsLock(false);
        }}
        adornment={
          <PasswordToggle
            aria-label={fields.showPassword}
            aria-pressed={isShown}
            aria-controls={id}
            onClick={() => keepCaret(input.current, () => flushSync(() => setShown(!isShown)))}
          />
        }
        status={
          <p {...partProps("hint")} role="status">
            {hasCapsLock && fields.capsLock}
          </p>
        }
      >
        {children}
      </TextField>
    );

    function watchCapsLock(event: KeyboardEvent<HTMLInputElement>): void {
      const isOn = event.getModifierState("CapsLock");
      if (isOn !== hasCapsLock) setCapsLock(isOn);
    }
  },
);

/** Browsers put the caret elsewhere when an input changes its type. */
function keepCaret(input: HTMLInputElement | null, change: () => void): void {
  const start = input?.selectionStart ?? null;
  const end = input?.selectionEnd ?? null;
  change();
  if (input && document.activeElement === input) input.setSelectionRange(start, end);
}
