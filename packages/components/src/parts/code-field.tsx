"use client";

import { useEffect, useRef, type ClipboardEvent, type SyntheticEvent } from "react";
import { codeIn, onlyDigits } from "./digits.js";
import { mergeRefs } from "./merge-refs.js";
import { slot } from "./slot.js";
import { TextField, type TextFieldProps } from "./text-field.js";
import { typeInto } from "./type-into.js";

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
  function CodeField({ length = 6, onInput, onPaste, onCompositionEnd, ...native }, ref) {
    const input = useRef<HTMLInputElement>(null);

    useEffect(() => {
      const element = input.current;
      const look = (event: InputEvent) => {
        if (element) before.set(element, element.value);
        // What is no digit never gets in, so there is nothing to take out and the way back stays whole.
        const isTyped = event.inputType === "insertText" && !event.isComposing;
        if (isTyped && onlyDigits(event.data ?? "") === "") event.preventDefault();
      };
      element?.addEventListener("beforeinput", look);
      return () => element?.removeEventListener("beforeinput", look);
    }, []);

    // A code that its form has emptied is to stand nowhere else either.
    useEffect(() => {
      if (input.current?.value === "") before.delete(input.current);
    });

    return (
      <TextField
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-required
        {...native}
        data-kind="code"
        ref={mergeRefs(input, ref)}
        onInput={(event) => {
          const { isComposing, inputType, data } = howItCame(event);
          if (!isComposing) keepDigits(event.currentTarget);
          onInput?.(event);
          const isKey = inputType === "insertText" && (data?.length ?? 0) <= 1;
          if (!isComposing && !/^(delete|history)/.test(inputType)) settle(event, !isKey);
        }}
        onCompositionEnd={(event) => {
          onCompositionEnd?.(event);
          keepDigits(event.currentTarget);
          settle(event, true);
        }}
        onPaste={(event) => {
          onPaste?.(event);
          before.set(event.currentTarget, event.currentTarget.value);
          if (!event.defaultPrevented) paste(event, length);
        }}
      />
    );

    /** Sends the form where this has completed the code: one digit that is put right inside it does not. */
    function settle(
      { currentTarget: element }: SyntheticEvent<HTMLInputElement>,
      isWhole: boolean,
    ): void {
      const { value, form } = element;
      const valueBefore = before.get(element) ?? "";
      const isComplete = length > 0 && value.length === length && value !== valueBefore;
      const isFirst = isWhole || valueBefore.length < length;
      before.set(element, value);
      if (isComplete && isFirst && !isHeld(form)) form?.requestSubmit();
    }
  },
);

/** What stood in an input before its latest change: not in React, whose state others may look at and report. */
const before = new WeakMap<HTMLInputElement, string>();

/** Some browsers and password managers fill an input in with a plain event. */
function howItCame({
  nativeEvent,
}: SyntheticEvent): Pick<InputEvent, "isComposing" | "inputType" | "data"> {
  return nativeEvent instanceof InputEvent
    ? nativeEvent
    : { isComposing: false, inputType: "", data: null };
}

function keepDigits(input: HTMLInputElement): void {
  const { value, selectionStart } = input;
  const digits = onlyDigits(value);
  if (digits === value) return;
  const caret = onlyDigits(value.slice(0, selectionStart ?? value.length)).length;
  input.value = digits;
  input.setSelectionRange(caret, caret);
}

/** Puts a code in as if it had been typed; a whole one takes the place of all that stands there. */
function paste(event: ClipboardEvent<HTMLInputElement>, length: number): void {
  event.preventDefault();
  const input = event.currentTarget;
  const digits = codeIn(event.clipboardData.getData("text"), length);
  if (digits === "") return;
  if (digits.length === length) input.select();
  // Nothing else that a script can do to an input can be undone by its writer.
  if (document.execCommand?.("insertText", false, digits)) return;
  const { value, selectionStart, selectionEnd } = input;
  const start = value.slice(0, selectionStart ?? 0) + digits;
  typeInto(input, start + value.slice(selectionEnd ?? value.length));
  input.setSelectionRange(start.length, start.length);
}

function isHeld(form: HTMLFormElement | null): boolean {
  return form?.querySelector('[type="submit"][aria-disabled="true"]') !== null;
}
