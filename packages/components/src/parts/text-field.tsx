"use client";

import { useId, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { useMessages } from "../i18n/messages-provider.js";
import { WarningIcon } from "./icons.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What every labelled control takes besides its own attributes. */
export interface LabelledProps {
  readonly label: ReactNode;
  /** What is wrong, in words; tied to the control. */
  readonly error?: ReactNode;
  /** What helps to fill it in; tied to the control. */
  readonly hint?: ReactNode;
  /** Says beside the label that it may be left empty. */
  readonly isOptional?: boolean | undefined;
}

/** What `TextField` takes besides the attributes of an input; `className` and `style` are the field's. */
export interface TextFieldProps extends ComponentPropsWithoutRef<"input">, LabelledProps {
  /** Stands beside the label, at the line's end, such as a way to reset what was forgotten. */
  readonly aside?: ReactNode;
  /** Stands inside the control, at its start. */
  readonly lead?: ReactNode;
  /** Stands inside the control, at its end. */
  readonly adornment?: ReactNode;
  /** Stands below the control. */
  readonly children?: ReactNode;
}

/** A labelled input with its error. Uncontrolled unless it is given a value. */
export const TextField = slot<TextFieldProps, HTMLInputElement>(
  "TextField",
  function TextField(props, ref) {
    const { label, error, hint, isOptional, aside, lead, adornment, children, ...rest } = props;
    const { className, style, ...native } = rest;
    const partProps = usePartProps();
    const { fields } = useMessages();
    const generated = useId();
    const id = native.id ?? generated;
    const errorId = error ? `${id}-error` : undefined;
    const hintId = hint ? `${id}-hint` : undefined;
    const descriptions = [errorId, hintId, native["aria-describedby"]];
    const describedBy = descriptions.filter(Boolean).join(" ") || undefined;
    return (
      <div
        {...partProps("field", className)}
        style={style}
        data-state={error ? "invalid" : "valid"}
      >
        <div {...partProps("label-line")}>
          <label {...partProps("label")} htmlFor={id}>
            {label}
            {isOptional && <span {...partProps("optional")}> {fields.optional}</span>}
          </label>
          {aside}
        </div>
        <div {...partProps("control")}>
          {lead}
          <input
            type="text"
            {...native}
            {...partProps("input")}
            ref={ref}
            id={id}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy}
          />
          {adornment}
        </div>
        {error && (
          <p {...partProps("error")} id={errorId}>
            <WarningIcon />
            <span>{error}</span>
          </p>
        )}
        {hint && (
          <p {...partProps("hint")} id={hintId}>
            {hint}
          </p>
        )}
        {children}
      </div>
    );
  },
);
