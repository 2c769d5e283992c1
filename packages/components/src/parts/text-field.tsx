"use client";

import { forwardRef, useId, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { WarningIcon } from "./icons.js";
import { partProps } from "./part-props.js";

/** What `TextField` takes besides the attributes of an input; `className` and `style` are the field's. */
export interface TextFieldProps extends ComponentPropsWithoutRef<"input"> {
  readonly label: ReactNode;
  /** What is wrong, in words; tied to the input. */
  readonly error?: ReactNode;
  /** Stands inside the control, at its end. */
  readonly adornment?: ReactNode;
  /** Stands below the control. */
  readonly children?: ReactNode;
}

/** A labelled input with its error. Uncontrolled unless it is given a value. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, error, adornment, children, className, style, ...native },
  ref,
) {
  const generated = useId();
  const id = native.id ?? generated;
  const errorId = `${id}-error`;
  const descriptions = [error ? errorId : undefined, native["aria-describedby"]];
  const describedBy = descriptions.filter(Boolean).join(" ") || undefined;
  return (
    <div {...partProps("field", className)} style={style} data-state={error ? "invalid" : "valid"}>
      <label {...partProps("label")} htmlFor={id}>
        {label}
      </label>
      <div {...partProps("control")}>
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
      {children}
    </div>
  );
});
