"use client";

import { useId, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { describedBy, Field, type LabelledProps } from "./field.js";
import { usePartProps } from "./part-props.js";
import { slot } from "./slot.js";

/** What `TextField` takes besides the attributes of an input; `className` and `style` are the field's. */
export interface TextFieldProps extends ComponentPropsWithoutRef<"input">, LabelledProps {
  /** Stands beside the label, at the line's end, such as a way to reset what was forgotten. */
  readonly aside?: ReactNode;
  /** Stands inside the control, at its start. */
  readonly lead?: ReactNode;
  /** Stands inside the control, at its end. */
  readonly adornment?: ReactNode;
  /** Something to say of what is being typed. */
  readonly status?: ReactNode;
  /** Stands below the control. */
  readonly children?: ReactNode;
}

/** A labelled input with its error. Uncontrolled unless it is given a value. */
export const TextField = slot<TextFieldProps, HTMLInputElement>(
  "TextField",
  function TextField(props, ref) {
    const { label, error, hint, isOptional, aside, lead, adornment, status, ...rest } = props;
    const { children, className, style, ...native } = rest;
    const partProps = usePartProps();
    const generated = useId();
    const id = native.id ?? generated;
    const control = (
      <>
        {lead}
        <input
          type="text"
          {...native}
          {...partProps("input")}
          ref={ref}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, props, native["aria-describedby"])}
        />
        {adornment}
      </>
    );
    return (
      <Field {...{ id, label, error, hint, isOptional, aside, status, className, style, control }}>
        {children}
      </Field>
    );
  },
);
